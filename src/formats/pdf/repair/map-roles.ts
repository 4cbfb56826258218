import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";

/** Maps the PDF 2.0 types that the browser writes into a PDF 1.7 (ISO 32000-1, 14.7.3). */
export function mapRoles({ document: { catalog, context } }: Job): void {
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  root?.set(PDFName.of("RoleMap"), context.obj({ Em: "Span", Strong: "Span", Aside: "Sect" }));
}
