import { PDFNumber } from "@cantoo/pdf-lib";
import { attributeOf, type StructureElement } from "./structure.ts";

/** Whether cells, with their spans, fill a rectangle (ISO 32000-1, 14.8.5.7). */
export interface Grid {
  readonly overlaps: boolean;
  readonly ragged: boolean;
}

export function readGrid(table: StructureElement): Grid {
  const groups = table.children.filter(({ role }) => ["THead", "TBody", "TFoot"].includes(role));
  const loose = table.children.filter(({ role }) => role === "TR");
  const parts = [...groups.map(({ children }) => children.filter(({ role }) => role === "TR")), loose];
  const grids = parts.filter((rows) => rows.length > 0).map(placeCells);
  const widths = new Set(grids.flatMap(({ rows }) => rows.map((row) => row.size)));
  return { overlaps: grids.some(({ overlaps }) => overlaps), ragged: widths.size > 1 };
}

/** Places each cell in the first free column of its row. Cells do not span beyond their row group. */
function placeCells(rows: readonly StructureElement[]) {
  const taken = rows.map(() => new Set<number>());
  let overlaps = false;
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.children.filter(({ role }) => role === "TH" || role === "TD")) {
      while (taken[index]?.has(column)) column += 1;
      for (let down = 0; down < span(cell, "RowSpan"); down += 1) {
        const line = taken[index + down] ?? new Set<number>();
        if (index + down >= taken.length) taken.push(line);
        for (let right = 0; right < span(cell, "ColSpan"); right += 1) {
          overlaps ||= line.has(column + right);
          line.add(column + right);
        }
      }
      column += span(cell, "ColSpan");
    }
  }
  return { rows: taken, overlaps };
}

function span(cell: StructureElement, key: "RowSpan" | "ColSpan"): number {
  const value = attributeOf(cell, "Table", key);
  return value instanceof PDFNumber ? value.asNumber() : 1;
}
