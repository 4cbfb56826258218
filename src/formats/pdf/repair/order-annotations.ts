import { PDFArray, PDFDict, PDFName, type PDFObject } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";
import { elementsOf, kidsOf } from "../read/structure-tree.ts";

/**
 * Sorts each page's annotations in text order, for programs that move through them in list order (ISO 14289-1, 7.18.3).
 */
export function orderAnnotations({ document }: Job): void {
  const { context } = document;
  const inText = elementsOf(document).flatMap(({ dict }) =>
    kidsOf(context, dict).flatMap((kid) => {
      const reference = context.lookup(kid);
      return reference instanceof PDFDict ? (reference.get(PDFName.of("Obj")) ?? []) : [];
    }),
  );
  const ranks = new Map(inText.map((annotation, index) => [annotation, index]));
  const rank = (annotation: PDFObject): number => ranks.get(annotation) ?? ranks.size;
  for (const { node } of document.getPages()) {
    const annotations = node.lookup(PDFName.of("Annots"));
    if (!(annotations instanceof PDFArray)) continue;
    const sorted = annotations.asArray().toSorted((a, b) => rank(a) - rank(b));
    node.set(PDFName.of("Annots"), context.obj(sorted));
  }
}
