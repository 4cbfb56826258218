import { PDFHeader } from "@cantoo/pdf-lib";
import type { Job } from "../repair.ts";

/** PDF 2.0, in which a PDF/A has no information dictionary (ISO 19005-4, 6.1.2 and 6.1.3); the XMP packet says it all. */
export function declareVersion({ document: { context } }: Job): void {
  context.header = PDFHeader.forVersion(2, 0);
  const before = context.trailerInfo.Info;
  delete context.trailerInfo.Info;
  if (before) context.delete(before as Parameters<typeof context.delete>[0]);
}
