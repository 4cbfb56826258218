/** A page, counted from 1, or nothing where the text has ended. */
export type Slot = number | undefined;

/** The pages on one side of a sheet, as one sees them before it is folded. */
export type Side = readonly [left: Slot, right: Slot];

/** A sheet that is printed on both sides and folded once. */
export interface FoldedSheet {
  readonly front: Side;
  readonly back: Side;
  /** Counted from 0. */
  readonly signature: number;
  /** How many sheets of its signature lie around it. */
  readonly depth: number;
}

/** Most sheets that a stapler takes and that, folded into each other, still close. */
const mostSheets = 10;

/** Sheets of a signature where there are several: sixteen pages, the usual of hand binding. */
const usualSheets = 4;

/** Sheets to fold into each other where nobody has chosen: all of them, as long as they can be folded as one. */
export function sheetsPerSignature(pages: number, chosen: number): number {
  const all = Math.ceil(pages / 4);
  if (chosen > 0) return chosen;
  return all <= mostSheets ? all : usualSheets;
}

/**
 * The pages of folded sheets in the order in which they are printed: signature by signature, in each the outermost sheet
 * first, with its outer side in front. The last signature has no more sheets than it needs; what is left over at its end
 * is blank. A booklet that is bound on the right is read from right to left.
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
 * How far the pages of a sheet move to the fold, in the unit of the thickness: the sheets inside stick out by the
 * thickness of those around them, and would lose that much of their outer margin when the booklet is cut.
 */
export function creepOf({ depth }: Pick<FoldedSheet, "depth">, thickness: number): number {
  return depth * thickness;
}
