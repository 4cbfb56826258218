import type { PhrasingContent, Root, RootContent } from "mdast";
import type { UnifiedPlugin } from "./transform.ts";

/** A line of the article outside of front matter and code blocks. */
export interface Line {
  /** Counted from 1. */
  readonly line: number;
  /** Without its line end. */
  readonly text: string;
}

/** A line of a block. */
export interface BlockLine extends Line {
  /** Where the text begins in the line of the file, counted from 1. */
  readonly column: number;
}

/** What a dialect may look at, and what it may say. */
export interface DialectContext {
  /** All lines, code and front matter too. */
  readonly texts: readonly string[];
  /** Says that something was not understood, at a line counted from 1. */
  readonly report: (rule: "syntaxUnknown", line: number, message: string, hint: string) => void;
  /** Of the file. */
  readonly path: string;
}

/** Reads what stands inside a block. */
export interface BlockReader {
  /** Lines as blocks: paragraphs, lists, other directives. */
  blocks(lines: readonly BlockLine[]): RootContent[];
  /** Lines as the text of one paragraph. */
  inline(lines: readonly BlockLine[]): PhrasingContent[];
}

/** Markdown of another tool. Its name stands in the line that says what was read. */
export type PluginDialect = { readonly name: string } & (
  | {
      /** Line for line: the lines that it reads differently, by number. It never changes how many lines there are. */
      readonly kind: "line";
      read(lines: readonly Line[], context: DialectContext): ReadonlyMap<number, string>;
    }
  | {
      /** Blocks that CommonMark reads as something else: the one that begins in a line, if one does. */
      readonly kind: "block";
      at(
        lines: readonly BlockLine[],
        index: number,
      ): { readonly end: number; readonly build: (reader: BlockReader) => RootContent[] } | undefined;
    }
  | {
      /** In the finished tree, in place; the line of the first thing that it read, if there is any. */
      readonly kind: "tree";
      read(tree: Root, context: DialectContext): number | undefined;
    }
  | {
      /** A plug-in of remark that extends the parser. */
      readonly kind: "syntax";
      readonly use: UnifiedPlugin | readonly [UnifiedPlugin, ...unknown[]];
    }
);
