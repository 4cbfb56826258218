import type { Root } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "../../../model/visit.ts";

/** The browser tags MathML as nothing; as a picture with its TeX in words a formula is heard, and found by the repair. */
export function describeFormulas(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "math" || !parent || index === undefined) return undefined;
    const label = String(node.properties["alttext"]);
    parent.children[index] = h("span", { className: ["formula-image"], role: "img", ariaLabel: label }, node);
    return SKIP;
  });
}
