import type { MeasuredText } from "./measured-text.ts";
import type { LongTable } from "./text-flow.ts";

/**
 * Text gives way to the foot of a page by itself; a table gives way only as a whole. One that may be divided, and goes on
 * below the cut, is told the row that begins the next page. `none` where that is the first row on the page already.
 */
export function findPageBreak(page: number, cut: number, text: MeasuredText): string | undefined {
  for (const table of text.flow.tables) {
    const here = table.rows.flatMap((id) => {
      const place = text.positions.get(id);
      return place?.page === page ? [{ id, top: place.top }] : [];
    });
    if (!here.some(({ top }) => top < cut)) continue;
    const index = here.findIndex((_, place) => bottomOf(page, here[place + 1]?.top, table, text) > cut + tolerance);
    const row = here[index];
    // Before the first row, the whole table turns.
    if (!row || row.id === table.rows[0]) continue;
    return index === 0 ? "none" : row.id;
  }
  return undefined;
}

/** The line under a row. */
const tolerance = 1.5;

/** Where the next row begins, or what follows the table. */
function bottomOf(page: number, nextRow: number | undefined, { rows, next }: LongTable, text: MeasuredText): number {
  if (nextRow !== undefined) return nextRow;
  const ends = text.positions.get(rows.at(-1) ?? "")?.page === page;
  const following = next === undefined ? undefined : text.positions.get(next);
  return ends && following?.page === page ? following.top : text.height;
}
