import { type BlockDialect, type BlockLine, restOf, isBlankLine, lineBehind } from "../block.ts";
import { captionBelow, captioned } from "./caption.ts";
import { type Alignment, type ForeignCell, type ForeignTable, tableNode } from "./table-node.ts";

const columnMarks = /^ *-{2,}(?: +-{2,})+[ \t]*$/;
const wholeLine = /^ *-{3,}[ \t]*$/;

/**
 * Tables with columns drawn by dashes, simple and multiline (https://pandoc.org/MANUAL.html#extension-simple_tables).
 */
export const dashedTables: BlockDialect = {
  name: "simple and multiline tables (pandoc)",
  isDrawn: true,
  at(lines, index) {
    if (index > 0 && !isBlankLine(lines[index - 1])) return undefined;
    const found = findMultiline(lines, index) ?? findSimple(lines, index);
    if (!found) return undefined;
    const { table, end } = found;
    const rows = lines.slice(index, end);
    const caption = captionBelow(lines, end);
    return {
      end: caption.end,
      build: (reader) => [captioned(tableNode(table, rows, reader), caption, rows, reader)],
    };
  },
};

interface Found {
  readonly table: ForeignTable;
  readonly end: number;
}

/** Finds a table between lines of dashes, with rows separated by empty lines. */
function findMultiline(lines: readonly BlockLine[], index: number): Found | undefined {
  const isHeaded = matches(wholeLine, lines[index]);
  if (!isHeaded && !matches(columnMarks, lines[index])) return undefined;
  let marks = index;
  if (isHeaded) {
    marks += 1;
    while (marks < lines.length && !isBlankLine(lines[marks]) && !matches(columnMarks, lines[marks])) marks += 1;
  }
  const marked = lines[marks];
  if (!marked || !matches(columnMarks, marked) || (isHeaded && marks === index + 1)) return undefined;
  const ending = isHeaded ? wholeLine : anyDashes;
  const last = lineBehind(lines, marks, String(ending), (line) => matches(ending, line));
  if (last < 0 || (last + 1 < lines.length && !isBlankLine(lines[last + 1]))) return undefined;
  const body = lines.slice(marks + 1, last);
  const head = isHeaded ? lines.slice(index + 1, marks) : [];
  const apart = body.some((line) => isBlankLine(line));
  const rows = apart || isHeaded ? splitAtBlanks(body) : body.map((line) => [line]);
  return { table: toTable(head, rows, marked.text), end: last + 1 };
}

const anyDashes = /^ *-{2,}(?: *-{2,})*[ \t]*$/;

/** Finds a header line, a line of dashes, and a line for each row up to an empty one. */
function findSimple(lines: readonly BlockLine[], index: number): Found | undefined {
  const head = lines[index];
  const marked = lines[index + 1];
  if (!head || !marked || isBlankLine(head) || !matches(columnMarks, marked)) return undefined;
  let end = index + 2;
  while (end < lines.length && !isBlankLine(lines[end]) && !matches(anyDashes, lines[end])) end += 1;
  const rows = lines.slice(index + 2, end).map((line) => [line]);
  if (rows.length === 0) return undefined;
  return { table: toTable([head], rows, marked.text), end: matches(anyDashes, lines[end]) ? end + 1 : end };
}

function matches(pattern: RegExp, line: BlockLine | undefined): boolean {
  return line !== undefined && pattern.test(line.text);
}

function splitAtBlanks(lines: readonly BlockLine[]): BlockLine[][] {
  const rows: BlockLine[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isBlankLine(line)) isOpen = false;
    else if (isOpen) rows.at(-1)?.push(line);
    else {
      rows.push([line]);
      isOpen = true;
    }
  }
  return rows;
}

function toTable(head: readonly BlockLine[], rows: readonly (readonly BlockLine[])[], marks: string): ForeignTable {
  const columns = Array.from(marks.matchAll(/-+/g), ({ index, 0: dashes }) => [index, index + dashes.length] as const);
  const sample = head.length > 0 ? head : (rows[0] ?? []);
  const cellsOf = (row: readonly BlockLine[]): ForeignCell[] =>
    columns.map(([from, to], at) => {
      const next = columns[at + 1]?.[0] ?? Infinity;
      return { align: alignmentOf(sample, from, to, next), lines: row.map((line) => slice(line, from, next)) };
    });
  return { head: head.length > 0 ? [cellsOf(head)] : [], body: rows.map((row) => cellsOf(row)) };
}

/** Returns the alignment, from the position of the first line of text relative to its dashes. */
function alignmentOf(lines: readonly BlockLine[], from: number, to: number, next: number): Alignment {
  const [text] = lines.map((line) => line.text.slice(from, next)).filter((piece) => piece.trim() !== "");
  if (text === undefined) return undefined;
  const isLeft = !text.startsWith(" ");
  const isRight = text.trimEnd().length >= to - from;
  if (isLeft) return isRight ? undefined : "left";
  return isRight ? "right" : "center";
}

function slice(line: BlockLine, from: number, to: number): BlockLine {
  const cut = restOf(line, from);
  const text = cut.text.slice(0, to - from);
  const space = text.length - text.trimStart().length;
  return { ...cut, column: cut.column + space, text: text.trim() };
}
