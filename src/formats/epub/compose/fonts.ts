import type { BookFile } from "../../../model/book.ts";
import type { SubsetFont } from "../../../model/page.ts";
import { fontFaces } from "../../../template/fonts.ts";

export const fontSheet = "fonts.css";

/**
 * Returns the fonts as files of a book, with their licences and a style sheet. The sheet is separate because reading
 * systems without support for `unicode-range` ignore a whole sheet that uses it.
 *
 * Fonts are TrueType, which every reading system and retailer accepts; WOFF 2 is unknown to some. Of a font's subsets,
 * the largest comes last: a reading system without `unicode-range` uses the last one.
 */
export function packFonts(fonts: readonly SubsetFont[]): readonly BookFile[] {
  if (fonts.length === 0) return [];
  const files = fonts.map((font): BookFile => ({ path: pathOf(font), mediaType: "font/ttf", bytes: font.bytes }));
  const sorted = fonts.toSorted((a, b) => a.bytes.length - b.bytes.length).map((font) => withoutRange(font, fonts));
  const rules = new TextEncoder().encode(fontFaces(sorted, pathOf, "truetype"));
  return [{ path: fontSheet, mediaType: "text/css", bytes: rules }, ...files, ...licences(fonts)];
}

/** A font with one subset needs no range; more readers support it without. */
function withoutRange(font: SubsetFont, fonts: readonly SubsetFont[]): SubsetFont {
  const { family, style, weight } = font;
  const cuts = fonts.filter(
    (candidate) => candidate.family === family && candidate.style === style && candidate.weight === weight,
  );
  return cuts.length === 1 ? { ...font, unicodeRange: "" } : font;
}

function pathOf({ fileName }: SubsetFont): string {
  return `fonts/${fileName}`;
}

/** The SIL Open Font License (clause 2) must be in every copy. */
function licences(fonts: readonly SubsetFont[]): BookFile[] {
  const byName = new Map(fonts.map(({ licence }) => [licence.fileName, licence.text]));
  return Array.from(byName, ([fileName, text]) => ({
    path: `fonts/${fileName}`,
    mediaType: "text/plain",
    bytes: new TextEncoder().encode(text),
  }));
}
