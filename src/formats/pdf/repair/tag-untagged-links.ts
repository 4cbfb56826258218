import { PDFDict, PDFName, type PDFPage, PDFRef } from "@cantoo/pdf-lib";
import { setOwnerOfAnnotation } from "../read/parent-tree.ts";
import type { Job } from "./repair.ts";
import { annotationsOf, type Element, elementsOf, kidsOf, parentOf, setKids } from "../read/structure-tree.ts";

/**
 * Adds missing links to the structure tree (ISO 14289-1, 7.18.1). The browser omits links that are hidden from
 * assistive technology or have no text; they are inserted after the preceding link on the page.
 */
export function tagUntaggedLinks({ document }: Job): void {
  const { context } = document;
  const elements = elementsOf(document);
  const owners = new Map(
    elements.flatMap((element) => annotationsOf(context, element.dict).map((annotation) => [annotation, element])),
  );
  for (const page of document.getPages()) {
    let before: Element | undefined;
    for (const ref of page.node.Annots()?.asArray() ?? []) {
      const annotation = context.lookup(ref);
      if (!(ref instanceof PDFRef) || !(annotation instanceof PDFDict)) continue;
      const owner: Element | undefined = owners.get(annotation) ?? adopt(page, ref, annotation, before);
      before = owner ?? before;
    }
  }

  function adopt(page: PDFPage, ref: PDFRef, annotation: PDFDict, before: Element | undefined): Element | undefined {
    const parent = (before && parentOf(context, before)) ?? elements[0];
    if (!parent) return undefined;
    const dict = context.obj({ Type: "StructElem", S: "Link", P: parent.ref });
    dict.set(PDFName.of("K"), context.obj([{ Type: "OBJR", Obj: ref, Pg: page.ref }]));
    const element = { ref: context.register(dict), dict };
    const kids = kidsOf(context, parent.dict);
    const place = before ? kids.indexOf(before.ref) + 1 : kids.length;
    setKids(context, parent.dict, kids.toSpliced(place, 0, element.ref));
    setOwnerOfAnnotation(document, annotation, element.ref);
    return element;
  }
}
