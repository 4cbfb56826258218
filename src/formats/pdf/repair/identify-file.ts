import { createHash } from "node:crypto";
import { PDFHexString } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";

/** Sets a file identifier (ISO 32000-1, 14.4) that depends only on what was printed. */
export function identifyFile({ document, html }: Job): void {
  const digest = createHash("sha256").update(html).digest("hex").slice(0, 32);
  const identifier = PDFHexString.of(digest);
  document.context.trailerInfo.ID = document.context.obj([identifier, identifier]);
}
