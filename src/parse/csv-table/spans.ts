/** A cell with its column and row span; cells covered by another are absent. */
export interface SpanningCell {
  readonly text: string;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/** Joins a cell that contains only `<` with the one on its left, `^` with the one above, within a group of rows. */
export function joinCells(rows: readonly (readonly string[])[]): SpanningCell[][] {
  const at = (row: number, column: number): string | undefined => rows[row]?.[column];
  return rows.map((cells, row) =>
    cells.flatMap((text, column): SpanningCell[] => {
      if (isCovered(rows, row, column)) return [];
      let columns = 1;
      while (at(row, column + columns) === "<") columns += 1;
      let down = 1;
      while (at(row + down, column) === "^") down += 1;
      return [{ text: /^[<^]$/.test(text) ? "" : text, column, columns, rows: down }];
    }),
  );
}

function isCovered(rows: readonly (readonly string[])[], row: number, column: number): boolean {
  const text = rows[row]?.[column];
  return (text === "<" && column > 0) || (text === "^" && row > 0);
}
