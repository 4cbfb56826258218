import { PDFDict, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import { dictOf, get, listOf, nameOf, numberOf, textOf } from "./objects.ts";
import type { Sequence } from "./sequence.ts";

/** Returns the marked content of a page, by number. */
type Marks = (page: PDFDict | undefined) => ReadonlyMap<number, Sequence> | undefined;

/** Returns a tagged file's text in structure tree order, as assistive technology reads it (ISO 32000-1, 14.8.2.3). */
export function readingText(root: PDFDict | undefined, marks: Marks): string {
  const texts: string[] = [];
  const seen = new Set<PDFDict>();
  const read = (kid: PDFObject, page: PDFDict | undefined): void => {
    if (kid instanceof PDFNumber) texts.push(marks(page)?.get(kid.asNumber())?.text ?? "");
    if (!(kid instanceof PDFDict)) return;
    const own = dictOf(kid, "Pg") ?? page;
    if (nameOf(kid, "Type") === "MCR") texts.push(marks(own)?.get(numberOf(kid, "MCID") ?? -1)?.text ?? "");
    if (nameOf(kid, "S") === undefined || seen.has(kid)) return;
    seen.add(kid);
    const actual = textOf(kid, "ActualText");
    if (actual !== undefined) texts.push(actual);
    else for (const object of listOf(get(kid, "K"))) read(object, own);
  };
  for (const kid of listOf(get(root, "K"))) read(kid, undefined);
  return texts.join("");
}
