import type { MeasuredText } from "./measured-text.ts";
import type { LongTable } from "./text-flow.ts";

/**
 * Returns the row that must begin the next page. Text flows around the footnote area by itself, but a table only as a
 * whole, so a breakable table that continues below the cut needs a page break before a row. Returns `none` if that row
 * is the first on the page.
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
