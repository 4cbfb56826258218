import type { Table, TableCell } from "mdast";
import stringWidth from "string-width";
import { lineWidth, pad, wrap } from "./wrap.ts";
import { largest } from "../../model/extremes.ts";

/** Sets a table in columns if they fit; otherwise each row as a list of its cells with the column names. */
export function tableLines(table: Table, textOf: (cell: TableCell) => string, width = lineWidth): string[] {
  const rows = table.children.map(({ children }) =>
    children.map((cell) => textOf(cell).replaceAll(/\s+/g, " ").trim()),
  );
  const columns = largest(rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    largest(
      rows.map((row) => stringWidth(row[column] ?? "")),
      3,
    ),
  );
  const needed = widths.reduce((sum, number) => sum + number, 0) + 2 * (columns - 1);
  return needed <= width ? aligned(rows, widths, table.align ?? []) : listed(rows, width);
}

function aligned(rows: readonly string[][], widths: readonly number[], align: NonNullable<Table["align"]>): string[] {
  const [head, ...body] = rows.map((row) =>
    widths
      .map((room, column) => pad(row[column] ?? "", room, align[column]))
      .join("  ")
      .trimEnd(),
  );
  return [head ?? "", widths.map((room) => "-".repeat(room)).join("  "), ...body];
}

function listed([head = [], ...body]: readonly string[][], width: number): string[] {
  const names = wrap(head.filter((name) => name !== "").join(" | "), width);
  const records = body.map((row) =>
    row.flatMap((cell, column) => {
      const name = head[column] ?? "";
      const [first = "", ...more] = wrap(name === "" ? cell : `${name}: ${cell}`, width - 4);
      return [`${column === 0 ? "- " : "  "}${first}`, ...more.map((line) => `    ${line}`)];
    }),
  );
  return [...names, ...records.flatMap((record) => ["", ...record])];
}
