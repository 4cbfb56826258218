import { PDFHeader } from "@cantoo/pdf-lib";
import type { Job } from "../repair.ts";

/** Declares PDF 2.0. A PDF/A-4 has no information dictionary (ISO 19005-4, 6.1.2 and 6.1.3), only the XMP packet. */
export function declareVersion({ document: { context } }: Job): void {
  context.header = PDFHeader.forVersion(2, 0);
  const before = context.trailerInfo.Info;
  delete context.trailerInfo.Info;
  if (before) context.delete(before as Parameters<typeof context.delete>[0]);
}
