import { PDFName } from "@cantoo/pdf-lib";
import { describe } from "./description.ts";
import type { Job } from "./repair.ts";
import { writeXmp } from "./xmp.ts";

/** Attaches the XMP packet as an uncompressed stream that any program finds (ISO 32000-1, 14.3.2). */
export function attachXmp(job: Job): void {
  const { catalog, context } = job.document;
  const xmp = writeXmp(describe(job), job.standard, job.describesImages);
  const packet = context.stream(Buffer.from(xmp, "utf8"), { Type: "Metadata", Subtype: "XML" });
  catalog.set(PDFName.of("Metadata"), context.register(packet));
}
