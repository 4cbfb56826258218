import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import { unmarkedRuns } from "../../model/marked-content.ts";
import type { Check } from "./check.ts";
import { arrayOf, type PdfFile } from "./open-file.ts";

/** What is painted on the pages, and with which fonts. */
export const pageChecks: readonly Check[] = [
  { source: "ISO 14289-1, 7.1", find: findUnmarkedContent },
  { source: "ISO 14289-1, 7.21.4.1", find: findFontsNotEmbedded },
  { source: "ISO 14289-1, 7.21.7", find: findFontsWithoutUnicode },
];

function findUnmarkedContent({ pages }: PdfFile): string[] {
  const bare = pages.filter(({ content }) => unmarkedRuns(content).length > 0);
  return bare.map(({ number }) => `Page ${number} shows something that is neither text nor marked as decoration.`);
}

function fontsOf({ document }: PdfFile): PDFDict[] {
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((dict) => dict.get(PDFName.of("Type")) === PDFName.of("Font"));
}

/** Of a composite font, the descriptor is that of its descendant (ISO 32000-1, 9.7.6.2). */
function findFontsNotEmbedded(file: PdfFile): string[] {
  return fontsOf(file).flatMap((font) => {
    if (isTypeThree(font) || font.has(PDFName.of("DescendantFonts"))) return [];
    const descriptor = font.lookupMaybe(PDFName.of("FontDescriptor"), PDFDict);
    const isEmbedded = ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor?.has(PDFName.of(key)));
    return isEmbedded ? [] : [`The font ${nameOf(font)} is not in the file.`];
  });
}

function findFontsWithoutUnicode(file: PdfFile): string[] {
  const descendants = new Set(fontsOf(file).flatMap((font) => arrayOf(font.lookup(PDFName.of("DescendantFonts")))));
  const silent = fontsOf(file).filter((font) => !descendants.has(font) && !font.has(PDFName.of("ToUnicode")));
  return silent.map((font) => `Text in the font ${nameOf(font)} cannot be copied or heard.`);
}

/** Its glyphs are content streams, and so always in the file (ISO 32000-1, 9.6.5). */
function isTypeThree(font: PDFDict): boolean {
  return font.lookup(PDFName.of("Subtype")) === PDFName.of("Type3");
}

function nameOf(font: PDFDict): string {
  const name = font.lookup(PDFName.of("BaseFont"));
  return name instanceof PDFName ? name.decodeText() : "without a name";
}
