import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../../../model/visit.ts";
import { addClass, hasClass } from "../../../model/hast.ts";

/** Characters: about a third of a handout page. A longer block that is kept whole leaves a gap of up to its height. */
const mostCharacters = 700;

/** Lines of code, about as much of a page. */
const mostLines = 20;

/** Lets long callouts, quotations, listings, rows and definitions break across pages; all others stay whole. */
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
