import type { Nodes, Root, Text } from "mdast";
import { SKIP, visit } from "../../model/visit.ts";
import type { SourcePoint } from "../../model/diagnostic.ts";

/** The text of a paragraph without markup; code in it is one short word. */
export interface Passage {
  readonly text: string;
  /** Returns the location of a character in the file, as far as it is known. */
  readonly placeOf: (
    index: number,
  ) => { readonly position: { readonly start: SourcePoint; readonly end: SourcePoint } } | undefined;
}

interface Piece {
  readonly node: Text;
  /** Index of its first character in the passage. */
  readonly start: number;
}

/** Returns every paragraph, including those in lists and quotations; excludes tables, headings and code. */
export function passagesOf(tree: Root, source: string): Passage[] {
  const passages: Passage[] = [];
  visit(tree, (node) => {
    if (node.type === "table" || node.type === "heading") return SKIP;
    if (node.type !== "paragraph") return undefined;
    passages.push(toPassage(node, source));
    return SKIP;
  });
  return passages.filter(({ text }) => text.trim() !== "");
}

function toPassage(paragraph: Nodes, source: string): Passage {
  let text = "";
  const pieces: Piece[] = [];
  visit(paragraph, (node) => {
    if (node.type === "text") {
      pieces.push({ node, start: text.length });
      text += node.value;
    } else if (node.type === "inlineCode") text += "x";
    else if (node.type === "break") text += "\n";
  });
  const placeOf = (index: number) => {
    const piece = pieces.findLast(({ start }) => start <= index) ?? pieces[0];
    return piece && placeIn(piece.node, index - piece.start, source);
  };
  return { text, placeOf };
}

/** Returns the location of a character, if the source contains the text unchanged; otherwise, the start of the text. */
function placeIn({ value, position }: Text, index: number, source: string): ReturnType<Passage["placeOf"]> {
  if (!position) return undefined;
  const { start, end } = position;
  if (source.slice(start.offset, end.offset) !== value) return { position: { start, end } };
  const lines = value.slice(0, index).split("\n");
  const column = (lines.at(-1)?.length ?? 0) + (lines.length === 1 ? start.column : 1);
  const here = { line: start.line + lines.length - 1, column };
  return { position: { start: here, end: here } };
}
