import { type PDFContext, PDFArray, PDFDict, PDFName, type PDFObject, PDFString } from "@cantoo/pdf-lib";
import { asText } from "../read/objects.ts";
import type { Job } from "./repair.ts";
import { type Element, elementsOf } from "../read/structure-tree.ts";

/**
 * Renumbers element identifiers and writes the tree that finds them (ISO 32000-1, 14.7.2). The browser numbers header
 * cells across everything it has shown since it started; here they are numbered within the document.
 */
export function indexIds({ document }: Job): void {
  const { catalog, context } = document;
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  const elements = elementsOf(document);
  const renamed = new Map<string, string>();
  const found: { readonly id: string; readonly element: Element }[] = [];
  for (const element of elements) {
    const existing = asText(element.dict.lookup(PDFName.of("ID")));
    if (existing === undefined) continue;
    const id = /^node\d+$/.test(existing) ? `cell-${renamed.size + 1}` : existing;
    if (id !== existing) renamed.set(existing, id);
    element.dict.set(PDFName.of("ID"), PDFString.of(id));
    found.push({ id, element });
  }
  for (const { dict } of elements) renameHeaders(context, dict, renamed);
  if (found.length === 0) return;
  const sorted = found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const names = sorted.flatMap(({ id, element }): PDFObject[] => [PDFString.of(id), element.ref]);
  root?.set(PDFName.of("IDTree"), context.obj({ Names: names }));
}

/** Updates the attribute by which a cell names its headers (ISO 32000-1, 14.8.5.7). */
function renameHeaders(context: PDFContext, element: PDFDict, names: ReadonlyMap<string, string>): void {
  const attributes = element.lookup(PDFName.of("A"));
  for (const item of attributes instanceof PDFArray ? attributes.asArray() : [attributes]) {
    const attribute = context.lookup(item);
    const headers = attribute instanceof PDFDict ? attribute.lookup(PDFName.of("Headers")) : undefined;
    if (!(headers instanceof PDFArray)) continue;
    for (const [index, header] of headers.asArray().entries()) {
      const name = names.get(asText(context.lookup(header)) ?? "");
      if (name !== undefined) headers.set(index, PDFString.of(name));
    }
  }
}
