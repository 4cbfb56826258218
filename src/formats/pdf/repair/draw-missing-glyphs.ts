import { PDFHexString } from "@cantoo/pdf-lib";
import type { Change } from "../read/pages.ts";
import type { PageReader } from "../read/page-reader.ts";
import type { MissingGlyph } from "../read/shown-text.ts";
import type { Job } from "./repair.ts";

/**
 * Replaces .notdef glyphs, which are forbidden (ISO 19005-2, 6.2.11.8; ISO 14289-1, 7.21.8), by drawn empty boxes with
 * the same replacement text.
 */
export function drawMissingGlyphs({ pages }: Job): void {
  for (const { content, changes } of pages.values()) changes.push(...boxesFor(content));
}

/** Returns the changes that draw boxes in place of a page's missing glyphs. */
export function boxesFor({ shown }: PageReader): Change[] {
  return shown.missing.flatMap((missing) => {
    const { start, end, rest, textEnd } = missing;
    return [
      { start, end, text: rest === "" ? "" : `<${rest}> Tj` },
      { start: textEnd, end: textEnd, text: drawBox(missing) },
    ];
  });
}

function drawBox({ letter, isMarked, actual = "\uFFFD" }: MissingGlyph): string {
  const [first, ...others] = letter.map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`);
  const box = `\n${first} m ${others.map((point) => `${point} l `).join("")}h S\n`;
  return isMarked ? `\n/Span <</ActualText ${PDFHexString.fromText(actual).toString()}>> BDC${box}EMC` : box;
}
