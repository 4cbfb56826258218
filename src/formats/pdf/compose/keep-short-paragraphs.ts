import type { Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../../../model/visit.ts";
import { addClass } from "../../../model/hast.ts";

/** Characters; three lines of a handout hold fewer. */
const short = 240;

/**
 * Keeps short paragraphs whole. Where a three-line paragraph cannot satisfy `orphans` and `widows` of two lines,
 * Chromium 153 leaves a single line at the top of a page.
 */
export function keepShortParagraphs(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "p" && toString(node).length <= short) addClass(node, "short");
  });
}
