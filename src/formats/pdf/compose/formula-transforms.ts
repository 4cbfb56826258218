import type { Transform } from "../../../model/transform.ts";
import { fitFormulas } from "../../../template/fit-formulas.ts";
import { describeFormulas } from "./describe-formulas.ts";
import { lineInEm } from "./line-in-em.ts";
import type { PrintDocument } from "./print-document.ts";

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
