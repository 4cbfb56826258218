import { PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";

/** Sets the language, the title in the window's title bar, and the reading direction (ISO 32000-1, 12.2). */
export function setViewerPreferences({ document, publication }: Job): void {
  const { catalog, context } = document;
  const { language, direction } = publication.metadata;
  catalog.set(PDFName.of("Lang"), PDFString.of(language));
  catalog.set(
    PDFName.of("ViewerPreferences"),
    context.obj({ DisplayDocTitle: true, ...(direction === "rtl" && { Direction: "R2L" }) }),
  );
}
