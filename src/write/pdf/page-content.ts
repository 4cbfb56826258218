import { decodePDFRawStream, PDFArray, PDFName, type PDFObject, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";

/** The decoded content stream of a page, one character for each byte (ISO 32000-1, 7.8.2). */
export function readContent(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams: PDFObject[] = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  return streams
    .map((stream) => page.doc.context.lookup(stream))
    .map((stream) => (stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : new Uint8Array()))
    .map((bytes) => Buffer.from(bytes).toString("latin1"))
    .join("\n");
}

export function writeContent(page: PDFPage, content: string): void {
  const { context } = page.doc;
  page.node.set(PDFName.of("Contents"), context.register(context.flateStream(Buffer.from(content, "latin1"))));
}

/** What is on a page and no part of its text: the running head or foot, or what only decorates (ISO 32000-1, 14.8.2.2.2). */
export type ArtifactKind = "Layout" | "Header" | "Footer";

/** What stands before such content; "EMC" stands behind it. */
export function beginArtifact(kind: ArtifactKind = "Layout"): string {
  if (kind === "Layout") return "/Artifact <</Type /Layout>> BDC\n";
  const edge = kind === "Header" ? "Top" : "Bottom";
  return `/Artifact <</Type /Pagination /Subtype /${kind} /Attached [/${edge}]>> BDC\n`;
}
