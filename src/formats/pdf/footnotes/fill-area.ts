import type { FootnoteArea } from "../../../model/footnote-plan.ts";
import type { MeasuredText, PlacedFootnote } from "./measured-text.ts";
import { intoLine, leastLine, roomFor } from "./footnote-area.ts";
import type { LongTable } from "./text-flow.ts";

/** The footnote area of a page, or a footnote that must go to the end because the page cannot be broken for it. */
export type AreaResult = { readonly area: FootnoteArea } | { readonly atEnd: string };

/**
 * Takes as many footnotes as fit below the lines that refer to them. If the next one does not fit, its line begins the
 * next page. `notes` are those of the page, from top to bottom.
 */
export function fillArea(page: number, notes: readonly PlacedFootnote[], text: MeasuredText): AreaResult {
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

export function heights(notes: readonly PlacedFootnote[]): number[] {
  return notes.map(({ height }) => height);
}

/**
 * Returns the row that must begin the next page. Text flows around the footnote area by itself, but a table only as a
 * whole, so a breakable table that continues below the cut needs a page break before a row. Returns `none` if that row
 * is the first on the page.
 */
function findPageBreak(page: number, cut: number, text: MeasuredText): string | undefined {
  for (const table of text.flow.tables) {
    const here = table.rows.flatMap((id) => {
      const place = text.positions.get(id);
      return place?.page === page ? [{ id, top: place.top }] : [];
    });
    if (!here.some(({ top }) => top < cut)) continue;
    const index = here.findIndex((_, place) => bottomOf(page, here[place + 1]?.top, table, text) > cut + tolerance);
    const row = here[index];
    // A break before the first row moves the whole table.
    if (!row || row.id === table.rows[0]) continue;
    return index === 0 ? "none" : row.id;
  }
  return undefined;
}

/** Points: the border under a row. */
const tolerance = 1.5;

/** Returns the top of the next row or of what follows the table. */
function bottomOf(page: number, nextRow: number | undefined, { rows, next }: LongTable, text: MeasuredText): number {
  if (nextRow !== undefined) return nextRow;
  const ends = text.positions.get(rows.at(-1) ?? "")?.page === page;
  const following = next === undefined ? undefined : text.positions.get(next);
  return ends && following?.page === page ? following.top : text.height;
}
