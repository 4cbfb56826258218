import type { Root } from "hast";
import { visit } from "../../../model/visit.ts";
import { formulaWidth } from "../../../template/formula-width.ts";
import { addClass, hasClass } from "../../../model/hast.ts";

/** Characters of a phone's line, in em: a formula in a line that is wider scrolls by itself. */
const phoneLine = 16;

/** A formula in a line that a phone has no room for is marked, for the style sheet to let it scroll. */
export function markWideFormulas(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "span" && hasClass(node, "formula") && formulaWidth(node) > phoneLine) addClass(node, "wide");
  });
}
