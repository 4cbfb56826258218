import { PDFArray, PDFDict, PDFName, PDFNumber, PDFNull, type PDFObject, PDFRef } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";

/** Points of the page that stay visible above a link's target. */
const above = 8;

/**
 * Corrects destinations, which the browser counts from the corner of the text area but writes as if from that of the
 * page: they would lead to a point off by the margins (ISO 32000-1, 12.3.2.2). The reader's zoom is kept.
 */
export function placeDestinations({ document, corners }: Job): void {
  const { catalog, context } = document;
  const upright = document.getPage(0).getWidth();
  const pages = new Map(document.getPages().map((page, index) => [page.ref.tag, { page, number: index + 1 }]));
  const destinations = catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  for (const [name, value] of destinations?.entries() ?? []) {
    const destination = context.lookup(value);
    if (!(destination instanceof PDFArray)) continue;
    const [target, , left, top] = destination.asArray();
    const found = target instanceof PDFRef ? pages.get(target.tag) : undefined;
    if (!target || !found) continue;
    const isTurned = Math.abs(found.page.getWidth() - upright) > 1;
    const { odd, even } = isTurned ? (corners.turned ?? corners) : corners;
    const corner = found.number % 2 === 0 ? even : odd;
    const height = found.page.getHeight();
    const x = Math.max(0, numberOf(left, 0) + corner.left - above);
    const y = Math.min(height, numberOf(top, height) - corner.top + above);
    destinations?.set(name, context.obj([target, PDFName.of("XYZ"), round(x), round(y), PDFNull]));
  }
}

function numberOf(object: PDFObject | undefined, otherwise: number): number {
  return object instanceof PDFNumber ? object.asNumber() : otherwise;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
