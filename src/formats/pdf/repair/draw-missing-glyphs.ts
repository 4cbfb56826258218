import { PDFDict, PDFHexString, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { readOperations } from "../read/content-stream.ts";
import type { Point } from "../read/geometry.ts";
import type { Paint } from "../read/read-paints.ts";
import { paintsOf } from "../read/text-of-marks.ts";
import { bytesOfCode } from "../read/unicode-map.ts";
import { readContent, writeContent } from "../read/page-content.ts";
import type { Job } from "./repair.ts";

/** The glyph that a font has for what it lacks. */
const missing = "0000";

/**
 * No text is shown with the glyph for characters that a font does not have (ISO 19005-2, 6.2.11.8; ISO 14289-1, 7.21.8).
 * An empty box is drawn in its place, which stands for the same text.
 */
export function drawMissingGlyphs({ document }: Job): void {
  for (const page of document.getPages()) {
    const bad = paintsOf(page).filter((paint) => lacksGlyph(page, paint));
    if (bad.length === 0) continue;
    const content = readContent(page);
    const ends = readOperations(content).filter(({ operator }) => operator === "ET");
    const changes = bad.flatMap((paint) => {
      const end = ends.find((one) => one.start >= paint.end)?.end ?? paint.end;
      return [
        { start: paint.start, end: paint.end, text: withoutMissing(paint) },
        { start: end, end, text: drawBox(paint) },
      ];
    });
    writeContent(page, change(content, changes));
  }
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function change(content: string, changes: readonly Change[]): string {
  let changed = "";
  let end = 0;
  for (const one of changes.toSorted((a, b) => a.start - b.start)) {
    changed += content.slice(end, one.start) + one.text;
    ({ end } = one);
  }
  return changed + content.slice(end);
}

function lacksGlyph(page: PDFPage, { font, codes }: Paint): boolean {
  const fonts = page.node.Resources()?.lookup(PDFName.of("Font"));
  const dict = fonts instanceof PDFDict && font !== undefined ? fonts.lookup(PDFName.of(font)) : undefined;
  return dict instanceof PDFDict && bytesOfCode(dict) === 2 && inFours(codes).includes(missing);
}

function inFours(codes = ""): string[] {
  return codes.match(/.{4}/g) ?? [];
}

function withoutMissing({ codes }: Paint): string {
  const rest = inFours(codes).filter((code) => code !== missing);
  return rest.length === 0 ? "" : `<${rest.join("")}> Tj`;
}

function drawBox({ letter = [], mark, actual }: Paint): string {
  const [first, ...others] = letter.map(([x, y]: Point) => `${x.toFixed(3)} ${y.toFixed(3)}`);
  const box = `\n${first} m ${others.map((point) => `${point} l `).join("")}h S\n`;
  if (mark === undefined) return box;
  return `\n/Span <</ActualText ${PDFHexString.fromText(actual?.text ?? "\uFFFD").toString()}>> BDC${box}EMC`;
}
