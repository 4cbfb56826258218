import type { Root } from "mdast";
import type { ReportLine } from "./block.ts";

/** A line of the article outside of front matter and code blocks. */
export interface DialectLine {
  /** Counted from 1, in the lines that are read. */
  readonly line: number;
  readonly text: string;
}

/** What a dialect may look at, and what it may say. */
export interface DialectContext {
  /** All lines, code and front matter too. */
  readonly texts: readonly string[];
  readonly report: ReportLine;
  /** Of the file. */
  readonly path: string;
}

/**
 * What another tool writes, as text that Offprint reads. A dialect changes what stands in a line and never how many
 * lines there are, so that every finding still points to the author's line.
 */
export interface Dialect {
  /** The tools' names, for the one line that says what was read. */
  readonly name: string;
  /** It reports each thing that it reads, so that the one line does not name it. */
  readonly saysItself?: true;
  /** The lines that it reads differently, by number; none where the text shows nothing of the dialect. */
  read(lines: readonly DialectLine[], context: DialectContext): ReadonlyMap<number, string>;
}

/** A dialect whose marks are told best from the tree. */
export interface TreeDialect {
  readonly name: string;
  /** Changes the tree in place; the line of the first thing that it read, if there is any. */
  read(tree: Root, context: DialectContext): number | undefined;
}

/** A dialect that looks at each line by itself. */
export function lineDialect(name: string, rewrite: (text: string) => string): Dialect {
  return {
    name,
    read(lines) {
      const changed = lines.map(({ line, text }) => [line, text, rewrite(text)] as const);
      return new Map(changed.filter(([, text, read]) => read !== text).map(([line, , read]) => [line, read]));
    },
  };
}

/** Apply a change to what stands outside of code spans in a line. */
export function outsideCode(text: string, change: (piece: string) => string): string {
  return text
    .split(/((?<!`)(`+)(?!`)(?:.*?[^`])\2(?!`))/)
    .map((piece, index) => (index % 3 === 0 ? change(piece) : index % 3 === 1 ? piece : ""))
    .join("");
}
