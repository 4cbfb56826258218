import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef, PDFString } from "@cantoo/pdf-lib";
import { fieldAt } from "../../../model/form-field.ts";
import { embedFieldFont } from "./embed-field-font.ts";
import { fieldEntries, fontName, takeOffLink } from "./field-dictionary.ts";
import { targetOf } from "../read/link-target.ts";
import { setOwnerOfAnnotation } from "../read/parent-tree.ts";
import type { Job } from "./repair.ts";
import { annotationsOf, type Element, elementsOf, kidsOf, setKids, setType } from "../read/structure-tree.ts";

/**
 * Turns links that stand for fill-in drawings into form fields (ISO 32000-1, 12.7). Each is the only content of a Form
 * (14.8.4.5; ISO 14289-1, 7.18.4), which sets its place in the reading order and tab order.
 */
export function openForm({ document, fields, fieldFont, publication }: Job): void {
  const { context, catalog } = document;
  const pages = new Map(
    document.getPages().flatMap(({ node, ref }) => annotationRefs(node).map((annotation) => [annotation, ref])),
  );
  const isTyped = fields.some(({ kind }) => kind !== "box");
  const font = isTyped && fieldFont ? embedFieldFont(context, fieldFont) : undefined;
  const isRightToLeft = publication.metadata.direction === "rtl";
  const opened: PDFRef[] = [];
  for (const element of elementsOf(document)) {
    const annotations = annotationsOf(context, element.dict);
    const field = fields[fieldAt(targetOf(annotations[0]) ?? "") ?? -1];
    if (!field) continue;
    const whole = annotations.reduce((sum, annotation) => sum + sizeOf(annotation)[1], 0);
    const pitch = whole / (field.lines ?? 1);
    for (const [index, annotation] of annotations.entries()) {
      const place = { size: sizeOf(annotation), pitch, part: index + 1, isRightToLeft, font };
      takeOffLink(annotation);
      for (const [key, value] of Object.entries(fieldEntries(context, field, place))) {
        annotation.set(PDFName.of(key), value);
      }
      const ref = context.getObjectRef(annotation);
      const page = ref && pages.get(ref);
      if (page) annotation.set(PDFName.of("P"), page);
      if (ref) opened.push(ref);
    }
    tagForms(document, element);
  }
  if (opened.length === 0) return;
  const text = font && {
    DR: { Font: { [fontName]: font } },
    DA: PDFString.of(`/${fontName} 0 Tf 0 g`),
  };
  catalog.set(PDFName.of("AcroForm"), context.register(context.obj({ Fields: opened, ...text })));
}

function annotationRefs(page: PDFDict): PDFRef[] {
  const list = page.lookup(PDFName.of("Annots"));
  return list instanceof PDFArray ? list.asArray().filter((object) => object instanceof PDFRef) : [];
}

/** Returns the width and height in points. */
function sizeOf(annotation: PDFDict): [number, number] {
  const [left = 0, bottom = 0, right = 0, top = 0] = annotation
    .lookup(PDFName.of("Rect"), PDFArray)
    .asArray()
    .map((object) => (object instanceof PDFNumber ? object.asNumber() : 0));
  return [Math.abs(right - left), Math.abs(top - bottom)];
}

/** Creates a Form for each annotation, several in sequence where a page break divides a field. */
function tagForms(document: Job["document"], element: Element): void {
  const { context } = document;
  const [first, ...others] = kidsOf(context, element.dict).filter((kid) => isAnnotation(context.lookup(kid)));
  setType(element.dict, "Form");
  setKids(context, element.dict, first ? [first] : []);
  const parent = element.dict.lookup(PDFName.of("P"), PDFDict);
  const forms = others.map((kid) => {
    const ref = context.register(
      context.obj({ Type: "StructElem", S: "Form", P: element.dict.get(PDFName.of("P")) ?? null, K: [kid] }),
    );
    setOwnerOfAnnotation(document, context.lookup(kid, PDFDict).lookup(PDFName.of("Obj"), PDFDict), ref);
    return ref;
  });
  if (forms.length === 0) return;
  const kids = kidsOf(context, parent).flatMap((kid) => (kid === element.ref ? [kid, ...forms] : [kid]));
  setKids(context, parent, kids);
}

function isAnnotation(object: PDFObject | undefined): boolean {
  return object instanceof PDFDict && object.get(PDFName.of("Type")) === PDFName.of("OBJR");
}
