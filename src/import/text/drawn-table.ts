const drawn = /^\s*[+|].*[+|]\s*$/;
const border = /^\+(?:[-=]+\+)+$/;

/** Reports whether a group of lines is drawn with `+`, `-` and `|`: a table, or a diagram. */
export function isDrawn(lines: readonly string[]): boolean {
  return lines.length >= 3 && lines.every((line) => drawn.test(line));
}

/**
 * Returns the cells of a table drawn with `+---+` and `|`, as RFCs have them. Undefined for a diagram, and for a table
 * with cells over several columns or rows.
 */
export function drawnRows(lines: readonly string[]): string[][] | undefined {
  const inner = lines.map((line) => line.trim());
  const [first = ""] = inner;
  if (!border.test(first)) return undefined;
  const edges = [...first].flatMap((sign, column) => (sign === "+" ? [column] : []));
  const rows: string[][] = [];
  let row: string[] | undefined;
  for (const line of inner) {
    const isBorder = border.test(line);
    if (line.length !== first.length || edges.some((column) => line[column] !== (isBorder ? "+" : "|")))
      return undefined;
    if (isBorder && line.replaceAll(/[^+]/g, "").length !== edges.length) return undefined;
    if (isBorder) {
      if (row) rows.push(row);
      row = undefined;
      continue;
    }
    const cells = edges.slice(1).map((end, index) => line.slice((edges[index] ?? 0) + 1, end).trim());
    row = row ? row.map((text, index) => `${text} ${cells[index] ?? ""}`.trim()) : cells;
  }
  return row === undefined && rows.length >= 2 ? rows : undefined;
}
