import { PDFArray, PDFNumber } from "@cantoo/pdf-lib";

/** Adds `dx` to the first of each pair of coordinates. */
export function moveAcross(points: unknown, dx: number): void {
  if (!(points instanceof PDFArray)) return;
  for (let index = 0; index < points.size(); index += 2) {
    const x = points.lookup(index, PDFNumber).asNumber();
    points.set(index, PDFNumber.of(x + dx));
  }
}
