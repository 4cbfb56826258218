/** A page number from 1, or `undefined` after the last page. */
export type Slot = number | undefined;

/** The pages on one side of a sheet, before it is folded. */
export type Side = readonly [left: Slot, right: Slot];

/** A sheet that is printed on both sides and folded once. */
export interface FoldedSheet {
  readonly front: Side;
  readonly back: Side;
  /** From 0. */
  readonly signature: number;
  /** The number of sheets of its signature around it. */
  readonly depth: number;
}

/** The most sheets that a stapler takes and that still close when folded into each other. */
const mostSheets = 10;

/** Sheets per signature if there are several: sixteen pages, as usual in hand binding. */
const usualSheets = 4;

/** Returns how many sheets are folded into each other by default: all, as long as they fit in one signature. */
export function sheetsPerSignature(pages: number, chosen: number): number {
  const all = Math.ceil(pages / 4);
  if (chosen > 0) return chosen;
  return all <= mostSheets ? all : usualSheets;
}

/**
 * Returns the folded sheets in printing order: signature by signature, the outermost sheet first, its outer side in
 * front. The last signature has no more sheets than needed; unused pages at its end stay blank. A booklet bound on the
 * right is read from right to left.
 */
export function imposePages(count: number, sheets: number, bound: "left" | "right" = "left"): FoldedSheet[] {
  const side = (even: number, odd: number): Side => {
    const [left, right] = bound === "left" ? [even, odd] : [odd, even];
    return [left > count ? undefined : left, right > count ? undefined : right];
  };
  const total = Math.ceil(count / 4);
  return Array.from({ length: total }, (_, index) => {
    const signature = Math.floor(index / sheets);
    const depth = index % sheets;
    const before = signature * sheets;
    const first = 4 * before + 2 * depth + 1;
    const last = 4 * Math.min(before + sheets, total) - 2 * depth;
    return { front: side(last, first), back: side(first + 1, last - 1), signature, depth };
  });
}

/**
 * Returns how far the pages of a sheet move towards the fold, in the unit of `thickness`: inner sheets stick out by the
 * thickness of those around them, and would lose that much of their outer margin when trimmed.
 */
export function creepOf({ depth }: Pick<FoldedSheet, "depth">, thickness: number): number {
  return depth * thickness;
}
