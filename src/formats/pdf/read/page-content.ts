import { deflateSync } from "node:zlib";
import { PDFArray, type PDFContext, PDFName, type PDFObject, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";
import { latin1 } from "./objects.ts";

/** Returns the decoded content stream of a page, one character per byte (ISO 32000-1, 7.8.2). */
export function readContent(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams: PDFObject[] = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  return streams.map((stream) => latin1(page.doc.context.lookup(stream))).join("\n");
}

export function writeContent(page: PDFPage, content: string): void {
  const { context } = page.doc;
  page.node.set(PDFName.of("Contents"), context.register(deflated(context, Buffer.from(content, "latin1"))));
}

/** Returns a stream compressed with Flate (7.4.4). */
export function deflated(
  context: PDFContext,
  bytes: Uint8Array,
  entries: Parameters<PDFContext["flateStream"]>[1] = {},
): PDFRawStream {
  const packed = deflateSync(bytes);
  return PDFRawStream.of(context.obj({ ...entries, Filter: "FlateDecode", Length: packed.length }), packed);
}

/**
 * Kinds of page content that is not part of the text: decoration, running heads, and page numbers in the margin (ISO
 * 32000-1, 14.8.2.2.2).
 */
export type ArtifactKind = "Layout" | "Header" | "Footer" | "PageNum";

/** Returns the operator that begins an artifact; "EMC" ends it. */
export function beginArtifact(kind: ArtifactKind = "Layout"): string {
  if (kind === "Layout") return "/Artifact <</Type /Layout>> BDC\n";
  // PageNum is a subtype only since PDF 2.0 (ISO 32000-2, table 363).
  if (kind === "PageNum") return "/Artifact <</Type /Pagination>> BDC\n";
  const edge = kind === "Header" ? "Top" : "Bottom";
  return `/Artifact <</Type /Pagination /Subtype /${kind} /Attached [/${edge}]>> BDC\n`;
}
