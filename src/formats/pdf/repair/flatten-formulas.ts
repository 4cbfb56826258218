import { setOwner } from "../read/parent-tree.ts";
import type { Job } from "./repair.ts";
import { elementsOf, kidsOf, marksOf, setKids, typeOf, withDescendants } from "../read/structure-tree.ts";
import { PDFDict, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";

/** Removes the tagged symbols of a formula, which is read by its alternative text (ISO 14289-1, 7.7). */
export function flattenFormulas({ document }: Job): void {
  const { context } = document;
  for (const formula of elementsOf(document).filter(({ dict }) => typeOf(dict) === "Formula")) {
    const parts = withDescendants(context, formula);
    const marks = parts.flatMap((part) => marksOf(document, part));
    const others = parts.flatMap(({ dict }) => kidsOf(context, dict)).filter((kid) => isObject(context.lookup(kid)));
    const own = marks.map(({ page, number }) => context.obj({ Type: "MCR", Pg: page.ref, MCID: number }));
    setKids(context, formula.dict, [...own, ...others]);
    for (const mark of marks) setOwner(document, mark, formula.ref);
  }
}

/** Reports whether a kid is an object reference, that is, an annotation. */
function isObject(kid: PDFObject | undefined): boolean {
  return kid instanceof PDFDict && kid.get(PDFName.of("Type")) === PDFName.of("OBJR") && !(kid instanceof PDFNumber);
}
