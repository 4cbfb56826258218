import type { FootnoteArea } from "../../../model/footnote-plan.ts";
import type { MeasuredText, PlacedNote } from "./measured-text.ts";
import { intoLine, leastLine, roomFor } from "./footnote-area.ts";
import { findPageBreak } from "./find-page-break.ts";

/** The footnote area of a page, or a footnote that must go to the end because the page cannot be broken for it. */
export type AreaResult = { readonly area: FootnoteArea } | { readonly atEnd: string };

/**
 * Takes as many footnotes as fit below the lines that refer to them. If the next one does not fit, its line begins the
 * next page. `notes` are those of the page, from top to bottom.
 */
export function fillArea(page: number, notes: readonly PlacedNote[], text: MeasuredText): AreaResult {
  const taken = notes.findLastIndex(
    ({ top }, index) => top + leastLine <= text.height - roomFor(heights(notes.slice(0, index + 1))),
  );
  const standing = notes.slice(0, taken + 1);
  const deferred = notes[taken + 1];
  const room = text.height - roomFor(heights(standing));
  const cut = deferred ? Math.min(room, deferred.top + intoLine) : room;
  const pageBreak = findPageBreak(page, cut, text);
  const last = deferred ?? standing.at(-1);
  if (pageBreak === "none" && last) return { atEnd: last.id };
  const order = new Map(text.notes.map(({ id }, index) => [id, index]));
  const ids = standing.map(({ id }) => id).toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return {
    area: {
      cut,
      notes: ids,
      ...(deferred && { deferred: deferred.id }),
      ...(pageBreak !== undefined && pageBreak !== "none" && { pageBreak }),
    },
  };
}

export function heights(notes: readonly PlacedNote[]): number[] {
  return notes.map(({ height }) => height);
}
