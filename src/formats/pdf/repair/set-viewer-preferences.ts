import { PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";

/** The language, the title in the window's bar, and the direction in which pages follow (ISO 32000-1, 12.2). */
export function setViewerPreferences({ document, publication }: Job): void {
  const { catalog, context } = document;
  const { language, direction } = publication.metadata;
  catalog.set(PDFName.of("Lang"), PDFString.of(language));
  catalog.set(
    PDFName.of("ViewerPreferences"),
    context.obj({ DisplayDocTitle: true, ...(direction === "rtl" && { Direction: "R2L" }) }),
  );
}
