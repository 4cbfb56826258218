import type { Root } from "mdast";
import type { ReportLine } from "./block.ts";

/** A line of the article outside front matter and code blocks. */
export interface DialectLine {
  /** Counted from 1, in the lines that are read. */
  readonly line: number;
  readonly text: string;
}

/** What a dialect can read and report. */
export interface DialectContext {
  /** All lines, including code and front matter. */
  readonly texts: readonly string[];
  readonly report: ReportLine;
  /** Path of the file. */
  readonly path: string;
}

/**
 * Rewrites another tool's syntax as Offprint's. A dialect changes the content of lines but never their number, so that
 * every finding refers to the author's line.
 */
export interface Dialect {
  /** Name of the construct and the tools, for the message that lists what was recognised. */
  readonly name: string;
  /** It reports each construct itself, so that message does not list it. */
  readonly saysItself?: true;
  /** Returns the rewritten lines by number; none where the text does not use the dialect. */
  read(lines: readonly DialectLine[], context: DialectContext): ReadonlyMap<number, string>;
}

/** A dialect that is recognised in the tree. */
export interface TreeDialect {
  readonly name: string;
  /** Changes the tree in place. Returns the line of the first construct that it read, if any. */
  read(tree: Root, context: DialectContext): number | undefined;
}

/** Creates a dialect that rewrites each line independently. */
export function lineDialect(name: string, rewrite: (text: string) => string): Dialect {
  return {
    name,
    read(lines) {
      const changed = lines.map(({ line, text }) => [line, text, rewrite(text)] as const);
      return new Map(changed.filter(([, text, read]) => read !== text).map(([line, , read]) => [line, read]));
    },
  };
}

/** A code span (CommonMark 0.31, 6.1), or the address of a picture that is in the text (RFC 2397). */
const literal = /(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)|data:[\w.+-]+\/[\w.+-]+[;,][\w.+/=;,%-]+/g;

/** Applies a change outside the code spans and `data:` addresses of a line. */
export function outsideCode(text: string, change: (piece: string) => string): string {
  let changed = "";
  let end = 0;
  for (const { 0: written, index } of text.matchAll(literal)) {
    changed += change(text.slice(end, index)) + written;
    end = index + written.length;
  }
  return changed + change(text.slice(end));
}
