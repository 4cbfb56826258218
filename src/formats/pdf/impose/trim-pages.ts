import { type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import type { Trim } from "../../../model/finish.ts";
import { readContent, writeContent } from "../read/page-content.ts";
import { identify } from "./identify.ts";

/** Points: the length of a mark, its least distance from printed content, and the white space around it. */
const [length, gap, rim] = [18, 6, 3];

/** Of a rectangle: left, bottom, right, top. */
type Box = readonly [left: number, bottom: number, right: number, top: number];

/**
 * Sets the page boxes for trimming (ISO 32000-2, 14.11.2): print extends to the bleed box, the cut follows the trim
 * box, and marks stand outside both, in an enlarged media box. The marks are page artifacts (14.8.2.2.2).
 */
export function trimPages(document: PDFDocument, trim: Trim): void {
  const { bleed } = trim;
  const hasMarks = trim.crop || trim.cross;
  // Marks keep their distance from the cut: the bleed, and at least the gap.
  const away = Math.max(bleed, gap);
  const around = hasMarks ? away - bleed + length + rim : 0;
  for (const page of document.getPages()) {
    const { width, height } = page.getMediaBox();
    const cut: Box = [bleed, bleed, width - bleed, height - bleed];
    const box = (name: string, sides: Box) => page.node.set(PDFName.of(name), document.context.obj(sides.map(round)));
    box("MediaBox", [-around, -around, width + around, height + around]);
    box("BleedBox", [0, 0, width, height]);
    box("TrimBox", cut);
    const drawn = [...(trim.crop ? cropMarks(cut, away) : []), ...(trim.cross ? crosses(cut, away) : [])];
    if (drawn.length === 0) continue;
    // A line width that any device draws, in full black.
    const content = `q 0.25 w 0 G ${drawn.join(" ")} S Q`;
    // Comes before the browser's content, which leaves its own coordinate system behind.
    writeContent(page, `/Artifact <</Type /Page>> BDC\n${content}\nEMC\n${readContent(page)}`);
  }
  identify(document, JSON.stringify(trim));
}

/** Draws marks at each corner, in line with both cuts. */
function cropMarks([left, bottom, right, top]: Box, away: number): string[] {
  const across = [bottom, top].flatMap((y) => [
    line(left - away, y, left - away - length, y),
    line(right + away, y, right + away + length, y),
  ]);
  const along = [left, right].flatMap((x) => [
    line(x, bottom - away, x, bottom - away - length),
    line(x, top + away, x, top + away + length),
  ]);
  return [...across, ...along];
}

/** Draws registration marks, crosses in circles, in the middle of each side. */
function crosses([left, bottom, right, top]: Box, away: number): string[] {
  const out = away + length / 2;
  const [middle, centre] = [(left + right) / 2, (bottom + top) / 2];
  const places = [
    [middle, top + out],
    [middle, bottom - out],
    [left - out, centre],
    [right + out, centre],
  ] as const;
  return places.flatMap(([x, y]) => [line(x - 8, y, x + 8, y), line(x, y - 8, x, y + 8), circle(x, y, 5)]);
}

function line(x: number, y: number, toX: number, toY: number): string {
  return `${round(x)} ${round(y)} m ${round(toX)} ${round(toY)} l`;
}

/** Draws a circle of four Bézier curves; 0.5523 is the length of their handles in radii. */
function circle(x: number, y: number, radius: number): string {
  const handle = radius * 0.5523;
  const turn = [
    [1, 0, 0, 1],
    [0, 1, -1, 0],
    [-1, 0, 0, -1],
    [0, -1, 1, 0],
  ] as const;
  const curves = turn.map(([fromX, fromY, toX, toY]) =>
    [
      x + radius * fromX + handle * toX,
      y + radius * fromY + handle * toY,
      x + radius * toX + handle * fromX,
      y + radius * toY + handle * fromY,
      x + radius * toX,
      y + radius * toY,
    ]
      .map(round)
      .join(" "),
  );
  return `${round(x + radius)} ${round(y)} m ${curves.map((curve) => `${curve} c`).join(" ")}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
