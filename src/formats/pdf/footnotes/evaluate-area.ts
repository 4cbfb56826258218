import type { FootnoteArea } from "../../../model/footnote-plan.ts";
import { fillArea, type AreaResult, heights } from "./fill-area.ts";
import { type MeasuredText, footnotesOn, type PlacedFootnote } from "./measured-text.ts";
import { pixel, roomFor } from "./footnote-area.ts";

/**
 * Returns the footnote area that a page should have, based on a print in which it had `old`. The pages before it are
 * settled. `isCertain`: they were settled when `old` was made, so whatever has left the page since has left it because
 * of `old`.
 */
export function evaluateArea(
  page: number,
  old: FootnoteArea | undefined,
  isCertain: boolean,
  text: MeasuredText,
): AreaResult | undefined {
  const notes = footnotesOn(page, text);
  if (!old) return notes.length > 0 ? fillArea(page, notes, text) : undefined;
  const room = text.height - roomFor(heights(notes));
  const same = { area: { ...old, notes: idsOf(notes, text) } };
  if (!old.unbounded && old.cut <= room) {
    if (isPushed(page, old, text)) return { area: { ...same.area, unbounded: true } };
    const left = old.deferred ?? old.notes.find((id) => !notes.some((note) => note.id === id));
    const isKept = left !== undefined && pageOf(left, text) > page;
    const isExact = notes.length > 0 && room - old.cut < 2 * pixel;
    if (isExact || (isKept && (isCertain || isNear(left, page, text)))) {
      return isKept ? { area: { ...same.area, deferred: left } } : same;
    }
    if (isCertain && old.pageBreak !== undefined && (text.positions.get(old.pageBreak)?.page ?? 0) > page) return same;
  }
  if (notes.length === 0) return undefined;
  const laidOut = fillArea(page, notes, text);
  // One print without a bound shows where the table would be cut.
  return "area" in laidOut && old.unbounded !== undefined ? { area: { ...laidOut.area, unbounded: false } } : laidOut;
}

function idsOf(notes: readonly PlacedFootnote[], { notes: all }: MeasuredText): string[] {
  return all.flatMap(({ id }) => (notes.some((note) => note.id === id) ? [id] : []));
}

function pageOf(id: string, { notes }: MeasuredText): number {
  return notes.find((note) => note.id === id)?.page ?? 0;
}

/** Reports whether what an estimate deferred begins the next page. */
function isNear(id: string, page: number, { notes, height }: MeasuredText): boolean {
  return notes.some((note) => note.id === id && note.page === page + 1 && note.top < height / 8);
}

/** Reports whether a breakable table was moved to the next page as a whole. */
function isPushed(page: number, old: FootnoteArea, { flow, positions, height }: MeasuredText): boolean {
  if (old.unbounded !== undefined || old.pageBreak !== undefined) return false;
  return flow.tables.some(({ rows: [first = ""] }) => {
    const place = positions.get(first);
    return place?.page === page + 1 && place.top < height / 5;
  });
}
