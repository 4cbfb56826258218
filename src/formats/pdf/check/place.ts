import type { PDFDict } from "@cantoo/pdf-lib";
import type { Finding } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { textOf } from "../read/objects.ts";
import { pathOf, type StructureElement } from "../read/structure.ts";

/** Returns a structure element as a place in the file, with its words. */
export function placeOf(file: PdfFile, element: StructureElement): Finding {
  const page = file.pageOf(pageOf(element));
  const path = pathOf(element);
  const where = page ? `page ${page.number}, ${path}` : path;
  return { where, holds: wordsOf(file, element), near: [...wordsAround(file, element), ...wordsBefore(file, element)] };
}

/** Returns the words of the element's ancestors, innermost first. */
function wordsAround(file: PdfFile, { parent }: StructureElement): string[] {
  return parent?.parent ? [wordsOf(file, parent) ?? "", ...wordsAround(file, parent)] : [];
}

/** Returns the words of the last non-empty elements before it. */
function wordsBefore(file: PdfFile, element: StructureElement): string[] {
  const before = file.elements
    .slice(0, file.elements.indexOf(element))
    .filter((candidate) => candidate.children.length > 0);
  return before
    .slice(-12)
    .toReversed()
    .map((earlier) => wordsOf(file, earlier) ?? "");
}

/** Returns the alternative text of an element or a child, otherwise its visible words. */
function wordsOf(file: PdfFile, element: StructureElement): string | undefined {
  const words = textOf(element.dict, "Alt") ?? (element.children.map(altIn).find(Boolean) || shownIn(file, element));
  return words.trim() || undefined;
}

function altIn(element: StructureElement): string | undefined {
  return textOf(element.dict, "Alt") ?? element.children.map(altIn).find(Boolean);
}

/** Returns an element's visible text in Unicode, as far as the fonts map it. */
export function shownIn(file: PdfFile, { content, children }: StructureElement): string {
  const own = content.map(({ page, mcid }) => file.pageOf(page)?.marks.get(mcid)?.text ?? "");
  return [...own, ...children.map((child) => shownIn(file, child))].join("");
}

function pageOf({ content, children }: StructureElement): PDFDict | undefined {
  return content[0]?.page ?? children.map(pageOf).find(Boolean);
}

/** Returns a finding for each element that fails. */
export function elementsThat(file: PdfFile, isWrong: (element: StructureElement) => boolean): Finding[] {
  return file.elements.filter(isWrong).map((element) => placeOf(file, element));
}
