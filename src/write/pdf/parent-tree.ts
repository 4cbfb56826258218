import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";

/** What each key of the structure's parent tree leads to, looked up (ISO 32000-1, 14.7.4.4). */
export function parentsOf({ catalog, context }: PDFDocument): Map<number, PDFObject> {
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const found = new Map<number, PDFObject>();
  const read = (node: PDFObject | undefined): void => {
    if (!(node instanceof PDFDict)) return;
    const entries = node.lookup(PDFName.of("Nums"));
    const list = entries instanceof PDFArray ? entries.asArray() : [];
    for (const [index, key] of list.entries()) {
      const value = index % 2 === 0 ? context.lookup(list[index + 1]) : undefined;
      if (value && key instanceof PDFNumber) found.set(key.asNumber(), value);
    }
    const kids = node.lookup(PDFName.of("Kids"));
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) read(context.lookup(kid));
  };
  read(root?.lookup(PDFName.of("ParentTree")));
  return found;
}
