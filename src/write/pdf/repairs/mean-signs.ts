import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import type { Job } from "../repair.ts";

/** ZERO WIDTH NON-JOINER: is heard as nothing and seen as nothing. */
const silent = "<200C>";

/**
 * No sign may mean U+0000 (ISO 14289-1, 7.21.7). The browser says so of the parts that a face draws a letter from, such as
 * the dots of an Arabic one; what the letter is stands around them as ActualText.
 */
export function meanSigns({ document: { context } }: Job): void {
  for (const [, font] of context.enumerateIndirectObjects()) {
    const ref = font instanceof PDFDict ? font.get(PDFName.of("ToUnicode")) : undefined;
    const stream = context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const cmap = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
    const meant = cmap.replaceAll(/^(<[\dA-F]+>) <0000>$/gim, `$1 ${silent}`);
    if (meant !== cmap) context.assign(ref, context.flateStream(Buffer.from(meant, "latin1")));
  }
}
