import { PDFDict, PDFName, type PDFPage, PDFRef } from "@cantoo/pdf-lib";
import { readContent, writeContent } from "../read/page-content.ts";
import { moveAcross } from "./move-across.ts";
import { mergeResources } from "./merge-resources.ts";
import type { Placement } from "./repoint-pages.ts";
import { rewriteContent } from "./rewrite-content.ts";

/** One half of a sheet side. */
interface Half {
  /** `undefined` for a blank half. */
  readonly page: PDFPage | undefined;
  /** Points from the sheet's left edge to the half, and to the page's origin in it. */
  readonly from: number;
  readonly dx: number;
}

/**
 * Paints two pages on one side: each is moved and clipped to its half, its marked content is renumbered after that of
 * the other (ISO 32000-1, 14.6), and its annotations move with it. Adds each page's new place to `placements`.
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

/** Returns one more than the highest marked-content number. */
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
