import { decodePDFRawStream, PDFArray, PDFName, type PDFPage, PDFRawStream, type PDFObject } from "@cantoo/pdf-lib";
import { unmarkedRuns } from "../../../model/marked-content.ts";
import type { Job } from "../repair.ts";

/** Running heads and feet are no part of the text: every run of operators outside marked content becomes an artifact (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2). */
export function markArtifacts({ document }: Job): void {
  for (const page of document.getPages()) {
    const content = readContent(page);
    const runs = unmarkedRuns(content);
    if (runs.length === 0) continue;
    let marked = "";
    let end = 0;
    for (const run of runs) {
      const before = content.slice(end, run.start);
      marked += `${before}/Artifact <</Type /Pagination>> BDC\n${content.slice(run.start, run.end)}\nEMC`;
      ({ end } = run);
    }
    const bytes = Buffer.from(marked + content.slice(end), "latin1");
    const { context } = document;
    page.node.set(PDFName.of("Contents"), context.register(context.flateStream(bytes)));
  }
}

/** One character for each byte. */
function readContent(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams: PDFObject[] = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  return streams
    .map((stream) => page.doc.context.lookup(stream))
    .map((stream) => (stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : new Uint8Array()))
    .map((bytes) => Buffer.from(bytes).toString("latin1"))
    .join("\n");
}
