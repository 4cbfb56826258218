import type { PhrasingContent, RootContent } from "mdast";

/** A line as a dialect sees it: whole, or the part inside another block. */
export interface BlockLine {
  readonly text: string;
  /** Counted from 1, in the file. */
  readonly line: number;
  /** Column in the file where the text begins, counted from 1. */
  readonly column: number;
}

/** Reports a finding on a line: the rule, a message, and a hint. */
export type ReportLine = (
  rule: "syntaxUnknown" | "markdownMarks" | "htmlClosed",
  line: number,
  message: string,
  hint: string,
) => void;

/** Parses the content of a block; every node gets its position in the file. */
export interface BlockReader {
  /** Parses Markdown, including dialects. */
  blocks(lines: readonly BlockLine[]): RootContent[];
  /** Parses the text of one paragraph; empty if there is none. */
  inline(lines: readonly BlockLine[]): PhrasingContent[];
  readonly report: ReportLine;
}

/** Lines that CommonMark reads as something else, and what they are in another tool. */
export interface ForeignBlock {
  /** Index after its last line in the given lines, from 0. */
  readonly end: number;
  readonly build: (reader: BlockReader) => RootContent[];
}

/** A dialect of blocks that cannot be rewritten line by line: tables, indented boxes. */
export interface BlockDialect {
  /** Name of the construct and the tools, for the message that lists what was recognised. */
  readonly name: string;
  /** It may also begin directly after the marker of a list item or a definition. */
  readonly inItems?: true;
  /** Its columns are drawn in characters, so its lines must keep their length until it is built. */
  readonly isDrawn?: true;
  /** Returns the block that begins in a line outside code and front matter, if any. */
  at(lines: readonly BlockLine[], index: number): ForeignBlock | undefined;
}

/** Returns the rest of a line after `length` characters. */
export function restOf(line: BlockLine, length: number): BlockLine {
  return { text: line.text.slice(length), line: line.line, column: line.column + length };
}

/** Removes up to `width` leading spaces from each line. */
export function dedent(lines: readonly BlockLine[], width: number): BlockLine[] {
  const indentation = new RegExp(`^(?: {0,${width}}\\t| {0,${width}})`);
  return lines.map((line) => restOf(line, indentation.exec(line.text)?.[0].length ?? 0));
}

export function isBlankLine(line: BlockLine | undefined): boolean {
  return line !== undefined && line.text.trim() === "";
}

/** By lines and search name: the index from which there is no match. */
const without = new WeakMap<readonly BlockLine[], Map<string, number>>();

/**
 * Returns the index of the next line that is `sought`, or -1. Remembers failures by name, so that thousands of unclosed
 * blocks cause only one search.
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

/** Returns the position of lines in the file. */
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
