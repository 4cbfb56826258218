import { type PDFArray, type PDFContext, PDFName } from "@cantoo/pdf-lib";
import { type Box, unite } from "../read/geometry.ts";
import { elementsOf, marksOf, typeOf, withDescendants } from "../read/structure-tree.ts";
import type { Job } from "./repair.ts";

/** Adds bounding boxes to figures and formulas (ISO 32000-1, 14.8.5.4.3), for readers who magnify or reflow pages. */
export function addFigureBBoxes({ document, pages }: Job): void {
  const { context } = document;
  for (const element of elementsOf(document).filter(({ dict }) => /^(?:Figure|Formula)$/.test(typeOf(dict)))) {
    const marks = withDescendants(context, element).flatMap((part) => marksOf(document, part));
    const page = marks[0]?.page;
    const box = marks
      .filter((mark) => mark.page === page)
      .map((mark) => pages.get(mark.page)?.marks.get(mark.number)?.box)
      .reduce(unite, undefined);
    if (!page || !box) continue;
    element.dict.set(PDFName.of("A"), context.obj({ O: "Layout", BBox: toArray(context, box) }));
    element.dict.set(PDFName.of("Pg"), page.ref);
  }
}

/** Returns a BBox array. A line without an area gets the extent of its ink: a BBox must have a width and a height. */
function toArray(context: PDFContext, box: Box): PDFArray {
  const [left, right] = withExtent(box.left, box.right);
  const [bottom, top] = withExtent(box.bottom, box.top);
  return context.obj([left, bottom, right, top].map((number) => Math.round(number * 100) / 100));
}

function withExtent(from: number, to: number): readonly [from: number, to: number] {
  return to - from < 0.1 ? [from - 0.25, to + 0.25] : [from, to];
}
