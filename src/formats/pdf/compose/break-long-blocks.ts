import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../../../model/visit.ts";
import { addClass, hasClass } from "../../../model/hast.ts";

/** Characters; a third of a page of a handout. Kept whole, a longer block leaves a hole of up to its own height. */
const mostCharacters = 700;

/** Lines of code, as much of a page. */
const mostLines = 20;

/** A long callout, quotation, listing, row or definition may go on to the next page; all others stay whole. */
export function breakLongBlocks(tree: Root): void {
  visit(tree, "element", (node) => {
    if (isLong(node)) addClass(node, "long");
  });
}

function isLong(node: Element): boolean {
  if (node.tagName === "pre") return toString(node).trimEnd().split("\n").length > mostLines;
  if (node.tagName === "tr") return toString(node).length > mostCharacters * 1.5;
  if (node.tagName === "dd") return toString(node).length > mostCharacters;
  return (hasClass(node, "callout") || node.tagName === "blockquote") && toString(node).length > mostCharacters;
}
