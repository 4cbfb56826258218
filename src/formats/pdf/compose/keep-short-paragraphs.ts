import type { Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../../../model/visit.ts";
import { addClass } from "../../../model/hast.ts";

/** Characters; three lines of a handout hold fewer. */
const short = 240;

/**
 * Where `orphans` and `widows` of two lines cannot both be had, in a paragraph of three lines, Chromium 153 leaves one
 * line alone at the top of a page. Such a paragraph is kept whole.
 */
export function keepShortParagraphs(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "p" && toString(node).length <= short) addClass(node, "short");
  });
}
