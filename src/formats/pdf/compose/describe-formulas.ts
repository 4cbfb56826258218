import type { Root } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "../../../model/visit.ts";

/**
 * Wraps formulas as images with their TeX, spelled out, as alternative text: the browser does not tag MathML, and the
 * repair step finds them this way.
 */
export function describeFormulas(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "math" || !parent || index === undefined) return undefined;
    const label = String(node.properties["alttext"]);
    parent.children[index] = h("span", { className: ["formula-image"], role: "img", ariaLabel: label }, node);
    return SKIP;
  });
}
