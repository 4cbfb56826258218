import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";

/** Say which element a page's content or an annotation belongs to, by its key (ISO 32000-1, 14.7.4.4). */
export function setParent({ catalog, context }: PDFDocument, key: number, parent: PDFObject): void {
  const root = catalog
    .lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict)
    ?.lookupMaybe(PDFName.of("ParentTree"), PDFDict);
  const open: (PDFDict | undefined)[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    const kids = node?.lookupMaybe(PDFName.of("Kids"), PDFArray)?.asArray() ?? [];
    open.push(...kids.map((kid) => context.lookupMaybe(kid, PDFDict)));
    const numbers = node?.lookupMaybe(PDFName.of("Nums"), PDFArray);
    const index = (numbers?.asArray() ?? []).findIndex(
      (one, place) => place % 2 === 0 && one instanceof PDFNumber && one.asNumber() === key,
    );
    if (index >= 0) numbers?.set(index + 1, parent);
  }
}
