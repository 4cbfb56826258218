import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";
import { elementsOf, typeOf } from "../read/structure-tree.ts";

/**
 * Removes meaningless attributes: spans of one, dangling header references, and table attributes on elements that are
 * not cells (ISO 32000-1, 14.8.5.7).
 */
export function pruneAttributes({ document }: Job): void {
  const { context } = document;
  for (const { dict } of elementsOf(document)) {
    const attributes = dict.lookup(PDFName.of("A"));
    if (!(attributes instanceof PDFArray)) continue;
    const isCell = /^T[HD]$/.test(typeOf(dict));
    const remaining = attributes.asArray().filter((item) => says(context.lookup(item), isCell));
    if (remaining.length > 0) dict.set(PDFName.of("A"), context.obj(remaining));
    else dict.delete(PDFName.of("A"));
  }
}

function says(attribute: PDFObject | undefined, isCell: boolean): boolean {
  if (!(attribute instanceof PDFDict) || attribute.get(PDFName.of("O")) !== PDFName.of("Table")) return true;
  const spans = ["RowSpan", "ColSpan"].map((key) => attribute.lookup(PDFName.of(key)));
  const isOne = spans.some((span) => span instanceof PDFNumber && span.asNumber() === 1);
  const headers = attribute.lookup(PDFName.of("Headers"));
  return isCell && !isOne && !(headers instanceof PDFArray && headers.size() === 0);
}
