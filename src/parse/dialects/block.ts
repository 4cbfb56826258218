import type { PhrasingContent, RootContent } from "mdast";

/** What a dialect sees of a line: all of it, or what is left of it inside another block. */
export interface BlockLine {
  readonly text: string;
  /** Counted from 1, in the file. */
  readonly line: number;
  /** Where the text begins in the line of the file, counted from 1. */
  readonly column: number;
}

/** Says something of a line: a rule, what was found, and what to write instead. */
export type ReportLine = (
  rule: "syntaxUnknown" | "markdownMarks" | "htmlClosed",
  line: number,
  message: string,
  hint: string,
) => void;

/** Reads what stands inside a block; every node gets its place in the file. */
export interface BlockReader {
  /** Markdown, with the dialects in it. */
  blocks(lines: readonly BlockLine[]): RootContent[];
  /** The text of one paragraph; nothing where there is none. */
  inline(lines: readonly BlockLine[]): PhrasingContent[];
  readonly report: ReportLine;
}

/** Lines that CommonMark reads as something else, and what they are in another tool. */
export interface ForeignBlock {
  /** Behind its last line, counted from 0 in the lines that were given. */
  readonly end: number;
  readonly build: (reader: BlockReader) => RootContent[];
}

/** A dialect of blocks that cannot be written line for line as what Offprint reads: tables, indented boxes. */
export interface BlockDialect {
  /** The tools' names, for the one line that says what was read. */
  readonly name: string;
  /** It may also begin right behind the marker of a list item or a definition. */
  readonly inItems?: true;
  /** Its columns are drawn in characters: no line of it may get longer or shorter before it is built. */
  readonly isDrawn?: true;
  /** The block that begins in a line that is neither code nor front matter, if one does. */
  at(lines: readonly BlockLine[], index: number): ForeignBlock | undefined;
}

/** The end of a line, as a line of its own. */
export function behind(line: BlockLine, length: number): BlockLine {
  return { text: line.text.slice(length), line: line.line, column: line.column + length };
}

/** Lines with up to as many spaces taken from the front of each. */
export function dedent(lines: readonly BlockLine[], width: number): BlockLine[] {
  const indentation = new RegExp(`^(?: {0,${width}}\\t| {0,${width}})`);
  return lines.map((line) => behind(line, indentation.exec(line.text)?.[0].length ?? 0));
}

export function isBlankLine(line: BlockLine | undefined): boolean {
  return line !== undefined && line.text.trim() === "";
}

/** In lines, by what is looked for: from where on there is none of it. */
const without = new WeakMap<readonly BlockLine[], Map<string, number>>();

/**
 * The next line behind another that is `sought`, or -1. Thousands of openings without an end are looked through once: what is
 * looked for has a name.
 */
export function lineBehind(
  lines: readonly BlockLine[],
  index: number,
  name: string,
  sought: (line: BlockLine) => boolean,
): number {
  const known = without.get(lines) ?? new Map<string, number>();
  if (index + 1 >= (known.get(name) ?? Infinity)) return -1;
  for (let at = index + 1; at < lines.length; at += 1) if (sought(lines[at] as BlockLine)) return at;
  without.set(lines, known.set(name, index + 1));
  return -1;
}

/** The place of lines in the file. */
export function placeOf(lines: readonly BlockLine[]): { position: NonNullable<RootContent["position"]> } {
  const [first] = lines;
  const last = lines.at(-1);
  return {
    position: {
      start: { line: first?.line ?? 1, column: first?.column ?? 1 },
      end: { line: last?.line ?? 1, column: (last?.column ?? 1) + (last?.text.length ?? 0) },
    },
  };
}
