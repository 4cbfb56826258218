import { textWidth } from "../../../model/text-width.ts";
import { type BlockDialect, type BlockLine, restOf, dedent, isBlankLine } from "../block.ts";
import { indentationOf } from "../prose-lines.ts";
import { captionBelow, captioned } from "./caption.ts";
import { findCells, type GridCell } from "./grid-cells.ts";
import { type Alignment, type ForeignCell, type ForeignTable, tableNode } from "./table-node.ts";

const border = /^ *\+(?:[-=:]+\+)+[ \t]*$/;
const inside = /^ *[+|].*[+|][ \t]*$/;

/** Tables drawn with `+---+` and `|` (https://pandoc.org/MANUAL.html#extension-grid_tables), including spans. */
export const gridTables: BlockDialect = {
  name: "grid tables (pandoc)",
  isDrawn: true,
  at(lines, index) {
    if (!border.test(lines[index]?.text ?? "")) return undefined;
    let end = index + 1;
    while (inside.test(lines[end]?.text ?? "")) end += 1;
    const rows = dedent(lines.slice(index, end), indentationOf(lines[index]?.text ?? ""));
    const table = readGrid(rows);
    if (!table) return undefined;
    const caption = captionBelow(lines, end);
    return {
      end: caption.end,
      build: (reader) => [captioned(tableNode(table, rows, reader), caption, rows, reader)],
    };
  },
};

function readGrid(rows: readonly BlockLine[]): ForeignTable | undefined {
  const drawn = rows.map(({ text }) => columnsOf(text.trimEnd()));
  const width = Math.max(...drawn.map(({ length }) => length));
  if (drawn.some(({ length }) => length !== width)) return undefined;
  const cells = findCells(drawn);
  if (cells.length === 0) return undefined;
  const tops = sorted(cells.map(({ top }) => top));
  const lefts = sorted(cells.map(({ left }) => left));
  const separator = drawn.findIndex((line) => line[1] === "=");
  const alignments = readAlignments(drawn[separator > 0 ? separator : 0] ?? []);
  const all = tops.map((top) => ({
    top,
    cells: cells
      .filter((cell) => cell.top === top)
      .toSorted((a, b) => a.left - b.left)
      .map((cell) => toCell(cell, rows, tops, lefts, alignments.get(cell.left))),
  }));
  const isHead = ({ top }: { top: number }): boolean => separator > 0 && top < separator;
  return {
    head: all.filter(isHead).map(({ cells: row }) => row),
    body: all.filter((row) => !isHead(row)).map(({ cells: row }) => row),
  };
}

function toCell(
  { top, left, bottom, right }: GridCell,
  rows: readonly BlockLine[],
  tops: readonly number[],
  lefts: readonly number[],
  align: Alignment,
): ForeignCell {
  const lines = rows.slice(top + 1, bottom).map((row) => {
    const columns = columnsOf(row.text);
    const before = columns.slice(0, left + 1).join("").length;
    const length = columns.slice(left + 1, right).join("").length;
    const line = restOf(row, before);
    return { ...line, text: line.text.slice(0, length).trimEnd() };
  });
  const written = lines.filter((line) => !isBlankLine(line));
  const indentation = Math.min(...written.map(({ text }) => indentationOf(text)), 100);
  const spanned = (borders: readonly number[], from: number, to: number): number =>
    borders.filter((at) => at >= from && at < to).length;
  return {
    lines: dedent(lines, indentation),
    align,
    rows: spanned(tops, top, bottom),
    columns: spanned(lefts, left, right),
  };
}

/** Returns the content of each column of a line; a wide character takes two columns. */
function columnsOf(text: string): string[] {
  return Array.from(text).flatMap((character) => {
    const width = textWidth(character);
    return width === 2 ? [character, ""] : [character];
  });
}

function readAlignments(line: readonly string[]): Map<number, Alignment> {
  const found = new Map<number, Alignment>();
  for (const [left, mark] of line.entries()) {
    if (mark !== "+") continue;
    const right = line.indexOf("+", left + 1);
    if (right < 0) break;
    const [first, last] = [line[left + 1] === ":", line[right - 1] === ":"];
    found.set(left, first && last ? "center" : last ? "right" : first ? "left" : undefined);
  }
  return found;
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}
