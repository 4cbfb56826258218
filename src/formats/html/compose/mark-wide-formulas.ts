import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { formulaWidth } from "../../../template/formula-width.ts";

/** Characters of a phone's line, in em: a formula in a line that is wider scrolls by itself. */
const phoneLine = 16;

/** A formula in a line that a phone has no room for is marked, for the style sheet to let it scroll. */
export function markWideFormulas(tree: Root): void {
  visit(tree, "element", (node) => {
    const { className } = node.properties;
    if (node.tagName !== "span" || !Array.isArray(className) || !className.includes("formula")) return;
    if (formulaWidth(node) > phoneLine) node.properties.className = [...className, "wide"];
  });
}
