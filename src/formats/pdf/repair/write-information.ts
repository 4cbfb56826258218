import { PDFDict, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";
import { describe } from "./description.ts";

/** Writes the document information dictionary (ISO 32000-1, 14.3.3) from the same description as the XMP packet. */
export function writeInformation(job: Job): void {
  const { context } = job.document;
  const { title, authors, subject, keywords, creatorTool, producer, modified } = describe(job);
  const information = PDFDict.withContext(context);
  const texts = {
    Title: title,
    Author: authors.join("; "),
    Subject: subject,
    Keywords: keywords.join(", "),
    Creator: creatorTool,
    Producer: producer,
  };
  for (const [key, value] of Object.entries(texts)) {
    if (value) information.set(PDFName.of(key), PDFHexString.fromText(value));
  }
  const date = modified && PDFString.fromDate(modified);
  if (date) for (const key of ["CreationDate", "ModDate"]) information.set(PDFName.of(key), date);
  const before = context.trailerInfo.Info;
  context.trailerInfo.Info = context.register(information);
  if (before) context.delete(before as Parameters<typeof context.delete>[0]);
}
