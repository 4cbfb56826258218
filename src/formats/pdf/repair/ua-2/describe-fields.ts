import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import type { Job } from "../repair.ts";

/** Adds Contents to widget annotations without a Lbl (ISO 14289-2, 8.10.2.3). */
export function describeFields({ document: { context } }: Job): void {
  for (const [, dict] of context.enumerateIndirectObjects()) {
    if (!(dict instanceof PDFDict) || dict.get(PDFName.of("Subtype")) !== PDFName.of("Widget")) continue;
    const label = dict.get(PDFName.of("TU"));
    if (label) dict.set(PDFName.of("Contents"), label);
  }
}
