import type { Root } from "hast";
import { visit } from "../../../model/visit.ts";
import { formulaWidth } from "../../../template/formula-width.ts";
import { addClass, hasClass } from "../../../model/hast.ts";

/** Line length on a phone in em; wider inline formulas scroll on their own. */
const phoneLine = 16;

/** Marks inline formulas wider than a phone's line, for the style sheet to make them scroll. */
export function markWideFormulas(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "span" && hasClass(node, "formula") && formulaWidth(node) > phoneLine) addClass(node, "wide");
  });
}
