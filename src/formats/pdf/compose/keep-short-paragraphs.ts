import type { Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../../../model/visit.ts";
import { addClass, elementsIn } from "../../../model/hast.ts";

/** Characters; three lines of a handout hold fewer, and so do three lines of a column. */
const [short, shortInColumns] = [240, 144];

const blocks: ReadonlySet<string> = new Set(["p", "ul", "ol", "dl", "table", "pre", "blockquote", "div"]);

/**
 * Keeps short paragraphs and list items whole. Where a three-line paragraph cannot satisfy `orphans` and `widows` of two
 * lines, Chromium 153 leaves a single line at the top of a page or a column.
 */
export function keepShortParagraphs(tree: Root, inColumns: boolean): void {
  const most = inColumns ? shortInColumns : short;
  visit(tree, "element", (node) => {
    const isText =
      node.tagName === "p" || (node.tagName === "li" && elementsIn(node).every(({ tagName }) => !blocks.has(tagName)));
    if (isText && toString(node).length <= most) addClass(node, "short");
  });
}
