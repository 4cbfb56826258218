import { PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import type { Imposition } from "../../../model/finish.ts";
import { fillSide } from "./fill-side.ts";
import { identify } from "./identify.ts";
import { type Placement, repointPages } from "./repoint-pages.ts";
import { creepOf, type FoldedSheet, imposePages, sheetsPerSignature, type Side } from "./order.ts";
import { readContent, writeContent } from "../read/page-content.ts";

/**
 * Arranges the pages of a finished document for a folded booklet, two per sheet side. The structure tree keeps the
 * reading order; links, bookmarks and destinations lead to the new places.
 */
export function impose(document: PDFDocument, imposition: Imposition): void {
  const pages = document.getPages();
  const { thickness, bound } = imposition;
  const sheets = imposePages(pages.length, sheetsPerSignature(pages.length, imposition.sheets), bound);
  const signatures = (sheets.at(-1)?.signature ?? 0) + 1;
  const placements = new Map<PDFPage, Placement>();
  for (const sheet of sheets) {
    const creep = creepOf(sheet, thickness);
    const front = addSide(document, pages, sheet.front, creep, placements);
    if (sheet.depth === 0) drawMarks(front, sheet.signature, signatures);
    addSide(document, pages, sheet.back, creep, placements);
  }
  repointPages(document, placements);
  for (const _ of pages) document.removePage(0);
  labelSides(document, sheets);
  askForDuplex(document);
  identify(document, "imposed");
}

/** Adds a page with two pages on it to the end of the document. */
function addSide(
  document: PDFDocument,
  pages: readonly PDFPage[],
  [left, right]: Side,
  creep: number,
  placements: Map<PDFPage, Placement>,
): PDFPage {
  const { width = 0, height = 0 } = pages[0]?.getSize() ?? {};
  const side = document.addPage([2 * width, height]);
  side.node.set(PDFName.of("Tabs"), PDFName.of("S"));
  const halves = [
    { page: pages[(left ?? 0) - 1], from: 0, dx: creep },
    { page: pages[(right ?? 0) - 1], from: width, dx: width - creep },
  ];
  fillSide(side, halves, placements);
  return side;
}

/** Labels each side with the page numbers printed on it (ISO 32000-1, 12.4.2). */
function labelSides({ catalog, context }: PDFDocument, sheets: readonly FoldedSheet[]): void {
  const sides = sheets.flatMap(({ front, back }) => [front, back]);
  const labels = sides.flatMap((side, index) => {
    const numbers = side.filter((page) => page !== undefined);
    return [index, { P: PDFHexString.fromText(numbers.join(" · ") || "–") }];
  });
  catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: labels }));
}

/** Sets the defaults of the print dialogue: duplex, flipped on the short edge, no scaling (ISO 32000-1, 12.2). */
function askForDuplex({ catalog, context }: PDFDocument): void {
  const preferences = catalog.lookupMaybe(PDFName.of("ViewerPreferences"), PDFDict) ?? context.obj({});
  preferences.set(PDFName.of("Duplex"), PDFName.of("DuplexFlipShortEdge"));
  preferences.set(PDFName.of("PrintScaling"), PDFName.of("None"));
  catalog.set(PDFName.of("ViewerPreferences"), preferences);
}

/** Points: the length of fold marks from the edge, and the size and step of the collation marks. */
const reach = 20;
const mark = { width: 3, height: 14 };

/**
 * Draws fold marks at the head and foot of each signature's outermost sheet. With several signatures, adds a collation
 * mark to each fold, one below the other, so that a missing signature shows in the stack. All marks are artifacts (ISO
 * 32000-1, 14.8.2.2).
 */
function drawMarks(side: PDFPage, signature: number, signatures: number): void {
  const { width, height } = side.getSize();
  const fold = width / 2;
  const lines = [`${fold} 0 m ${fold} ${reach} l`, `${fold} ${height} m ${fold} ${height - reach} l`];
  const top = height * 0.75 - signature * mark.height;
  const step = `0.3 g ${fold - mark.width / 2} ${top} ${mark.width} ${mark.height} re f`;
  const content = `q 0.5 w 0.5 G ${lines.join(" ")} S ${signatures > 1 ? step : ""} Q`;
  writeContent(side, `${readContent(side)}\n/Artifact <</Type /Layout>> BDC\n${content}\nEMC`);
}
