import { PDFDict, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import { items } from "./objects.ts";

/** Reads a number tree (ISO 32000-1, 7.9.7). */
export function readNumberTree(tree: PDFDict | undefined): ReadonlyMap<number, PDFObject> {
  const found = new Map<number, PDFObject>();
  const read = (node: PDFDict | undefined): void => {
    const entries = items(node, "Nums");
    for (let index = 0; index + 1 < entries.length; index += 2) {
      const key = entries[index];
      const value = entries[index + 1];
      if (key instanceof PDFNumber && value) found.set(key.asNumber(), value);
    }
    for (const kid of items(node, "Kids")) if (kid instanceof PDFDict) read(kid);
  };
  read(tree);
  return found;
}
