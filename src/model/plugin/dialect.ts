import type { PhrasingContent, Root, RootContent } from "mdast";
import type { UnifiedPlugin } from "./transform.ts";

/** A line of the article outside front matter and code blocks. */
export interface Line {
  /** Counted from 1. */
  readonly line: number;
  /** Without the line end. */
  readonly text: string;
}

/** A line of a block. */
export interface BlockLine extends Line {
  /** Column in the file where the text begins, counted from 1. */
  readonly column: number;
}

/** What a dialect can read and report. */
export interface DialectContext {
  /** All lines, including code and front matter. */
  readonly texts: readonly string[];
  /** Reports syntax that was not understood, at a line counted from 1. */
  readonly report: (rule: "syntaxUnknown", line: number, message: string, hint: string) => void;
  /** Path of the file. */
  readonly path: string;
}

/** Parses the content of a block. */
export interface BlockReader {
  /** Parses lines as blocks: paragraphs, lists, other directives. */
  blocks(lines: readonly BlockLine[]): RootContent[];
  /** Parses lines as the text of one paragraph. */
  inline(lines: readonly BlockLine[]): PhrasingContent[];
}

/** A Markdown dialect of another tool. Its name is printed when it was recognised. */
export type PluginDialect = { readonly name: string } & (
  | {
      /** Replaces lines; keys are line numbers. It never changes the number of lines. */
      readonly kind: "line";
      read(lines: readonly Line[], context: DialectContext): ReadonlyMap<number, string>;
    }
  | {
      /** Blocks that CommonMark would read as something else. Returns the block that begins in a line, if any. */
      readonly kind: "block";
      at(
        lines: readonly BlockLine[],
        index: number,
      ): { readonly end: number; readonly build: (reader: BlockReader) => RootContent[] } | undefined;
    }
  | {
      /** Changes the finished tree in place. Returns the line of the first construct that it read, if any. */
      readonly kind: "tree";
      read(tree: Root, context: DialectContext): number | undefined;
    }
  | {
      /** A remark plug-in that extends the parser. */
      readonly kind: "syntax";
      readonly use: UnifiedPlugin | readonly [UnifiedPlugin, ...unknown[]];
    }
);
