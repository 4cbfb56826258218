import type { Root } from "xast";
import { visit } from "../../model/visit.ts";
import { elementAt, valueAt } from "./parts.ts";

/** Removes the brand's logo from a document that Offprint made: each build adds it. */
export function removeBrandLogo(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.name !== "w:p" || !parent || index === undefined) return undefined;
    if (valueAt(elementAt(node, "w:pPr"), "w:pStyle") !== "BrandLogo") return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}
