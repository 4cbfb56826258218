import { decodePDFRawStream, PDFRawStream } from "@cantoo/pdf-lib";

/** A stream's bytes without their compression, one character for each. */
export function decodeStream(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) return "";
  return Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
}
