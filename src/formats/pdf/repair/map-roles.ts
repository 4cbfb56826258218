import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";

/** Types of PDF 2.0 that the browser writes into a PDF 1.7, and what they are there (ISO 32000-1, 14.7.3). */
export function mapRoles({ document: { catalog, context } }: Job): void {
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  root?.set(PDFName.of("RoleMap"), context.obj({ Em: "Span", Strong: "Span", Aside: "Sect" }));
}
