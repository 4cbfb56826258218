import type { Element, ElementContent, Parents, Root } from "hast";
import { pathTo } from "./path-to.ts";

/** Blocks after which a footnote is inserted, so that it is read right after them. */
const behind = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "table", "pre"]);

/** Blocks into which a footnote is inserted, after the words that refer to it. */
const inside = new Set(["li", "dt", "dd", "td", "th", "div", "section", "aside", "blockquote"]);

const blocks = new Set([...behind, ...inside, "ul", "ol", "dl"]);

/** Inserts a footnote after the paragraph, or into the list item or cell, that contains its reference. */
export function insertFootnote(tree: Root, box: Element, reference: string): void {
  const path = pathTo(tree, ({ properties: { id } }) => id === reference);
  const last = (names: Iterable<string>): number => {
    const named = new Set(names);
    return path.findLastIndex((node) => node.type === "element" && named.has(node.tagName));
  };
  const paragraph = last(behind);
  const holder = last(inside);
  const drawing = last(["figure", "table"]);
  // For a reference in a caption, the footnote goes after the whole figure or table, unless a cell or list item is
  // closer.
  const isCaption = drawing > last(["td", "th", "li", "dd"]);
  const place = isCaption ? drawing : paragraph;
  const parent = path[isCaption || place > holder ? place - 1 : holder];
  const child = path[isCaption || place > holder ? place : holder + 1];
  if (!parent || !child) return;
  const siblings = (parent as Parents & { children: ElementContent[] }).children;
  let index = siblings.indexOf(child as ElementContent) + 1;
  while (index < siblings.length && (isNote(siblings[index]) || (isWords(child) && isWords(siblings[index]))))
    index += 1;
  siblings.splice(index, 0, box);
}

/** Reports whether a node is inline content, as in a list item without paragraphs. */
function isWords(node: Parents | ElementContent | undefined): boolean {
  return node !== undefined && (node.type !== "element" || !blocks.has(node.tagName));
}

function isNote(node: ElementContent | undefined): boolean {
  return node?.type === "element" && node.properties["dataNote"] !== undefined;
}
