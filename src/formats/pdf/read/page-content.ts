import { decodePDFRawStream, PDFArray, PDFName, type PDFObject, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";

/** The decoded content stream of a page, one character for each byte (ISO 32000-1, 7.8.2). */
export function readContent(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams: PDFObject[] = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  return streams.map((stream) => decode(page.doc.context.lookup(stream))).join("\n");
}

/** Of streams that have been decoded: most repairs read what is on the pages, and few change it. */
const decoded = new WeakMap<PDFObject, string>();

function decode(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) return "";
  const known = decoded.get(stream) ?? Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
  decoded.set(stream, known);
  return known;
}

export function writeContent(page: PDFPage, content: string): void {
  const { context } = page.doc;
  const stream = context.flateStream(Buffer.from(content, "latin1"));
  decoded.set(stream, content);
  page.node.set(PDFName.of("Contents"), context.register(stream));
}

/** What is on a page and no part of its text: the running head or foot, or what only decorates (ISO 32000-1, 14.8.2.2.2). */
export type ArtifactKind = "Layout" | "Header" | "Footer";

/** What stands before such content; "EMC" stands behind it. */
export function beginArtifact(kind: ArtifactKind = "Layout"): string {
  if (kind === "Layout") return "/Artifact <</Type /Layout>> BDC\n";
  const edge = kind === "Header" ? "Top" : "Bottom";
  return `/Artifact <</Type /Pagination /Subtype /${kind} /Attached [/${edge}]>> BDC\n`;
}
