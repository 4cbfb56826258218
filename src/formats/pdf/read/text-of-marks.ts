import { PDFDict, type PDFDocument, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { readContent } from "./page-content.ts";
import type { Replacement } from "./operands.ts";
import { type Paint, readPaints } from "./read-paints.ts";
import { bytesOfCode, readCodes, readUnicodeMap } from "./unicode-map.ts";

/** What has been read of each page, and from which content. */
const read = new WeakMap<PDFPage, { readonly content: string; readonly paints: readonly Paint[] }>();

/** What a page paints. */
export function paintsOf(page: PDFPage): readonly Paint[] {
  const content = readContent(page);
  const last = read.get(page);
  if (last?.content === content) return last.paints;
  const { x, y, width, height } = page.getMediaBox();
  const box = { left: x, bottom: y, right: x + width, top: y + height };
  const paints = readPaints(content, page.node.Resources(), box);
  read.set(page, { content, paints });
  return paints;
}

/** By page, the text of each piece of marked content, by its number. */
export function readTextOfMarks(document: PDFDocument): Map<PDFPage, Map<number, string>> {
  const maps = new Map<PDFDict, (codes: string) => string>();
  return new Map(document.getPages().map((page) => [page, textsOn(page, maps)]));
}

function textsOn(page: PDFPage, maps: Map<PDFDict, (codes: string) => string>): Map<number, string> {
  const texts = new Map<number, string>();
  const fonts = page.node.Resources()?.lookup(PDFName.of("Font"));
  let said: Replacement | undefined;
  for (const { mark, font, codes = "", actual } of paintsOf(page)) {
    if (mark === undefined || font === undefined || !(fonts instanceof PDFDict)) continue;
    const repeats = actual !== undefined && actual === said;
    said = actual;
    if (!repeats) texts.set(mark, (texts.get(mark) ?? "") + (actual?.text ?? decode(fonts, font, codes, maps)));
  }
  return texts;
}

function decode(fonts: PDFDict, name: string, codes: string, maps: Map<PDFDict, (codes: string) => string>): string {
  const font = fonts.lookup(PDFName.of(name));
  if (!(font instanceof PDFDict)) return "";
  const known = maps.get(font) ?? decoder(font);
  maps.set(font, known);
  return known(codes);
}

function decoder(font: PDFDict): (codes: string) => string {
  const map = readUnicodeMap(font);
  const bytes = bytesOfCode(font);
  return (hex) =>
    readCodes(hex, bytes)
      .map((code) => map.get(code) ?? "")
      .join("");
}
