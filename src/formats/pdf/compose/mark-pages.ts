import type { Element, ElementContent, Root } from "hast";
import { blocksOf } from "../../../model/blocks.ts";
import { pageMarkId, type PageMap, type PageStart } from "../../../model/page-map.ts";
import { wordsOf } from "../../../model/word-characters.ts";
import type { PrintDocument } from "./print-document.ts";

/** Marks where the pages of the counted edition begin, if there is one. */
export function markPagesOf(document: PrintDocument): void {
  const { counted } = document.measured;
  if (counted) document.pageMarks = markPages(document.tree, counted.pageMap);
}

/**
 * Gives an id to the place where each page of the counted edition, except the first, begins: a word within a block, or
 * the block. Returns the ids with their page numbers. The marks in the margin are artifacts, so that no page number
 * interrupts a sentence that is read aloud (ISO 14289-1, 7.8); the bookmarks lead to the same places.
 */
function markPages(tree: Root, { starts, blocks: order }: PageMap): Map<string, number> {
  const blocks = new Map(blocksOf(tree).map((node) => [node.data?.block, node]));
  const marks = new Map<string, number>();
  for (const start of starts.filter(({ page }) => page > 1)) {
    const there = blocks.get(start.block);
    const behind = order.slice(order.indexOf(start.block)).find((block) => blocks.has(block));
    const next = blocks.get(behind);
    const id = (there && markWord(there, start)) ?? (next && markBlock(next, start));
    if (id !== undefined && !marks.has(id)) marks.set(id, start.page);
  }
  return marks;
}

/** Marks a word that is not the first of its block. */
function markWord(block: Element, { word: index, page }: PageStart): string | undefined {
  const word = index > 0 ? wordsOf(block)[index] : undefined;
  if (!word) return undefined;
  const { text, parent, start, end } = word;
  const id = pageMarkId(page);
  const marked: ElementContent = {
    type: "element",
    tagName: "span",
    properties: { id },
    children: [{ type: "text", value: text.value.slice(start, end) }],
  };
  const pieces: ElementContent[] = [
    { type: "text", value: text.value.slice(0, start) },
    marked,
    { type: "text", value: text.value.slice(end) },
  ];
  const { children } = parent as Element;
  const shown = pieces.filter((piece) => piece.type !== "text" || piece.value !== "");
  children.splice(children.indexOf(text), 1, ...shown);
  return id;
}

function markBlock(block: Element, { page }: PageStart): string {
  block.properties.id ??= pageMarkId(page);
  return String(block.properties.id);
}
