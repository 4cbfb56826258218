import { type PDFDocument, PDFName, PDFObjectCopier, type PDFPage, type PDFRef } from "@cantoo/pdf-lib";
import { withoutMarks } from "../read/marked-content.ts";
import type { RunningRow } from "../../../model/page.ts";
import { beginArtifact, readContent, writeContent } from "../read/page-content.ts";

/** Artifacts of pages, by their kind (ISO 14289-1, 7.8). */
const subtypes = { head: "Header", foot: "Footer" } as const satisfies Record<RunningRow["kind"], string>;

/**
 * Put running heads and feet on the pages that they belong to: each is a page of another document, drawn as a form before
 * what the page itself draws.
 */
export function stampRunningHeads(document: PDFDocument, runningHeads: PDFDocument, rows: readonly RunningRow[]): void {
  const copier = PDFObjectCopier.for(runningHeads.context, document.context);
  const pages = document.getPages();
  const drawn = new Map<PDFPage, string>();
  for (const [index, { page: number, kind }] of rows.entries()) {
    const page = pages[number - 1];
    if (!page) continue;
    const name = `${subtypes[kind]}${number}`;
    page.node.setXObject(PDFName.of(name), toForm(document, runningHeads.getPage(index), copier));
    drawn.set(page, `${drawn.get(page) ?? ""}${beginArtifact(subtypes[kind])}q\n/${name} Do\nQ\nEMC\n`);
  }
  for (const [page, operators] of drawn) writeContent(page, operators + readContent(page));
}

/** A page as a form (ISO 32000-1, 8.10). Decoration holds no tagged content (ISO 14289-1, 7.1). */
function toForm({ context }: PDFDocument, page: PDFPage, copier: PDFObjectCopier): PDFRef {
  const resources = page.node.Resources();
  const { width, height } = page.getSize();
  const stream = context.flateStream(Buffer.from(withoutMarks(readContent(page)), "latin1"), {
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, width, height],
    Resources: resources ? copier.copy(resources) : {},
  });
  return context.register(stream);
}
