import type { RootContent } from "mdast";
import { type BlockLine, type BlockReader, restOf, isBlankLine } from "../block.ts";
import { directiveNode } from "../nodes.ts";
import { readPandocAttributes, safeId } from "../pandoc-attributes.ts";

/** The caption below a table, and the index of the line after both. */
export interface Caption {
  readonly lines: readonly BlockLine[];
  readonly id: string | undefined;
  readonly end: number;
}

const opening = /^ {0,3}(?:[Tt]able)?:[ \t]+(?=\S)/;
/** A table label in bookdown: `(\#tab:name)`. */
const bookdown = /^\(\\#([\w:-]+)\)[ \t]*/;
const attributes = /[ \t]*(?:\\label)?\{([^{}]*)\}[ \t]*$/;

/** Parses `: Caption {#tbl:id}` or `Table: Caption` below a table; `end` is the index of the line after the table. */
export function captionBelow(lines: readonly BlockLine[], end: number): Caption {
  let first = end;
  while (isBlankLine(lines[first])) first += 1;
  return readCaption(lines, first) ?? { lines: [], id: undefined, end };
}

/** Parses the caption that begins in a line, if any. */
export function readCaption(lines: readonly BlockLine[], first: number): Caption | undefined {
  const line = lines[first];
  const [mark] = opening.exec(line?.text ?? "") ?? [];
  if (!line || mark === undefined) return undefined;
  let end = first + 1;
  while (end < lines.length && !isBlankLine(lines[end])) end += 1;
  const [, label] = bookdown.exec(line.text.slice(mark.length)) ?? [];
  const begin = mark.length + (bookdown.exec(line.text.slice(mark.length))?.[0].length ?? 0);
  const text = [restOf(line, begin), ...lines.slice(first + 1, end)];
  const last = text.at(-1);
  const [whole = "", inner = ""] = attributes.exec(last?.text ?? "") ?? [];
  if (!last) return undefined;
  const id = whole.includes("\\label{") ? safeId(inner) : readPandocAttributes(inner).id;
  return {
    lines: [...text.slice(0, -1), { ...last, text: last.text.slice(0, last.text.length - whole.length) }],
    id: id ?? (label === undefined ? undefined : safeId(label.replace(/^tab:/, "tbl:"))),
    end,
  };
}

/** Adds a caption to a table, if there is one. */
export function captioned(
  table: RootContent,
  { lines, id }: Pick<Caption, "lines" | "id">,
  rows: readonly BlockLine[],
  reader: BlockReader,
): RootContent {
  if (lines.length === 0) return table;
  return directiveNode("table", reader.inline(lines), [table], rows, { id });
}
