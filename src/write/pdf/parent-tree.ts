import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFRef } from "@cantoo/pdf-lib";

// The tree that finds the element of a piece of marked content or of an annotation (ISO 32000-1, 14.7.4.4).

/** Say which element an annotation belongs to, under its own key. */
export function setOwnerOfAnnotation({ catalog }: PDFDocument, annotation: PDFDict, owner: PDFRef): void {
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const numbers = root?.lookupMaybe(PDFName.of("ParentTree"), PDFDict)?.lookupMaybe(PDFName.of("Nums"), PDFArray);
  const key = annotation.lookupMaybe(PDFName.of("StructParent"), PDFNumber)?.asNumber();
  const index = (numbers?.asArray() ?? []).findIndex(
    (item, place) => place % 2 === 0 && item instanceof PDFNumber && item.asNumber() === key,
  );
  if (index >= 0) numbers?.set(index + 1, owner);
}
