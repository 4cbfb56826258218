import type { Transform } from "../../../model/transform.ts";
import { fitFormulas } from "../../../template/fit-formulas.ts";
import { lineInEm } from "./line-in-em.ts";
import type { PrintDocument } from "./print-document.ts";
import type { Root } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "../../../model/visit.ts";

/** Transforms of formulas for paper, in order. */
export const formulaTransforms: readonly Transform<PrintDocument>[] = [
  {
    name: "fit-formulas",
    why: "Formulas wider than the line continue in the next.",
    run: ({ tree, design, options, sheet }) => fitFormulas(tree, lineInEm(design, options) * (sheet.measure ?? 1)),
  },
  {
    name: "describe-formulas",
    needs: ["fit-formulas"],
    why: "The description must cover the whole formula.",
    run: ({ tree }) => describeFormulas(tree),
  },
];

/**
 * Wraps formulas as images with their TeX, spelled out, as alternative text: the browser does not tag MathML, and the
 * repair step finds them this way.
 */
function describeFormulas(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "math" || !parent || index === undefined) return undefined;
    const label = String(node.properties["alttext"]);
    parent.children[index] = h("span", { className: ["formula-image"], role: "img", ariaLabel: label }, node);
    return SKIP;
  });
}
