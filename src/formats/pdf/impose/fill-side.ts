import { PDFDict, PDFName, type PDFPage, PDFRef } from "@cantoo/pdf-lib";
import { readContent, writeContent } from "../read/page-content.ts";
import { moveAcross } from "./move-across.ts";
import { mergeResources } from "./merge-resources.ts";
import type { Placement } from "./repoint-pages.ts";
import { rewriteContent } from "./rewrite-content.ts";

/** A half of a side. */
interface Half {
  /** Nothing, where it stays blank. */
  readonly page: PDFPage | undefined;
  /** Points from the left edge of the sheet to the half, and to the origin of the page in it. */
  readonly from: number;
  readonly dx: number;
}

/**
 * What two pages paint, on one: each moved and confined to its half, its marked content numbered on from that of the
 * other (ISO 32000-1, 14.6), its annotations moved with it. Where each page went is added to `placements`.
 */
export function fillSide(side: PDFPage, halves: readonly Half[], placements: Map<PDFPage, Placement>): void {
  const { width, height } = side.getSize();
  const parts: string[] = [];
  const annotations: PDFRef[] = [];
  let firstId = 0;
  for (const { page, from, dx } of halves) {
    if (!page) continue;
    const renamed = mergeResources(side, page, dx);
    const content = readContent(page);
    const moved = rewriteContent(content, firstId, renamed);
    parts.push(`q ${from} 0 ${width / 2} ${height} re W n 1 0 0 1 ${dx} 0 cm\n${moved}\nQ`);
    annotations.push(...moveAnnotations(side, page, dx));
    placements.set(page, { side, dx, firstId });
    firstId += countMarked(content);
  }
  writeContent(side, parts.join("\n"));
  if (annotations.length > 0) side.node.set(PDFName.of("Annots"), side.doc.context.obj(annotations));
}

/** One more than the highest number of marked content. */
function countMarked(content: string): number {
  const numbers = Array.from(content.matchAll(/\/MCID\s+(\d+)/g), ([, number]) => Number(number));
  return numbers.reduce((most, number) => Math.max(most, number), -1) + 1;
}

function moveAnnotations(side: PDFPage, page: PDFPage, dx: number): PDFRef[] {
  const { context } = side.doc;
  return (page.node.Annots()?.asArray() ?? []).flatMap((item) => {
    const annotation = context.lookup(item);
    if (!(annotation instanceof PDFDict)) return [];
    for (const key of ["Rect", "QuadPoints"]) moveAcross(annotation.lookup(PDFName.of(key)), dx);
    annotation.set(PDFName.of("P"), side.ref);
    return [item instanceof PDFRef ? item : context.register(annotation)];
  });
}
