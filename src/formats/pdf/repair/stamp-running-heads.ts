import { type PDFDocument, PDFName, PDFObjectCopier, type PDFPage, type PDFRef } from "@cantoo/pdf-lib";
import type { RunningRow } from "../../../model/page.ts";
import { withoutMarks } from "../read/marked-content.ts";
import { type ArtifactKind, beginArtifact, deflated, readContent } from "../read/page-content.ts";
import { type Page, readPages, withChanges } from "../read/pages.ts";
import { boxesFor } from "./draw-missing-glyphs.ts";

/** The artifact kinds of running rows (ISO 14289-1, 7.8). */
const subtypes = { head: "Header", foot: "Footer", mark: "PageNum", continued: "Header" } as const satisfies Record<
  RunningRow["kind"],
  ArtifactKind
>;

/**
 * Adds running heads and margin marks, each a page of another document, to their pages as form XObjects. Returns the
 * operators that draw them, to be placed before the page's own content.
 */
export function stampRunningHeads(
  document: PDFDocument,
  runningHeads: PDFDocument,
  rows: readonly RunningRow[],
): ReadonlyMap<PDFPage, string> {
  const printed = [...readPages(runningHeads).values()];
  const copier = PDFObjectCopier.for(runningHeads.context, document.context);
  const pages = document.getPages();
  const drawn = new Map<PDFPage, string>();
  for (const [index, { page: number, kind }] of rows.entries()) {
    const page = pages[number - 1];
    const head = printed[index];
    if (!page || !head) continue;
    const name = `${subtypes[kind]}${kind === "head" || kind === "foot" ? number : `-${index + 1}`}`;
    page.node.setXObject(PDFName.of(name), toForm(document, head, copier));
    drawn.set(page, `${drawn.get(page) ?? ""}${beginArtifact(subtypes[kind])}q\n/${name} Do\nQ\nEMC\n`);
  }
  return drawn;
}

/**
 * Converts a page to a form XObject (ISO 32000-1, 8.10). Artifacts must not contain tagged content (ISO 14289-1, 7.1).
 */
function toForm({ context }: PDFDocument, { page, content }: Page, copier: PDFObjectCopier): PDFRef {
  const resources = page.node.Resources();
  const { width, height } = page.getSize();
  const drawn = withoutMarks(withChanges(readContent(page), boxesFor(content)));
  const stream = deflated(context, Buffer.from(drawn, "latin1"), {
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, width, height],
    Resources: resources ? copier.copy(resources) : {},
  });
  return context.register(stream);
}
