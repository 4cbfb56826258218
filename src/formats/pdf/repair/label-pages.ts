import { PDFName } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";

/** Labels pages with their printed numbers: 1, 2, 3 … (ISO 32000-1, 12.4.2). */
export function labelPages({ document: { catalog, context } }: Job): void {
  catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: [0, { S: "D" }] }));
}
