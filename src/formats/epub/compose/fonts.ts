import type { BookFile } from "../../../model/book.ts";
import type { SubsetFont } from "../../../model/page.ts";
import { fontFaces } from "../../../template/fonts.ts";

export const fontSheet = "fonts.css";

/**
 * The fonts as files of a book, with their licences and the style sheet that names them. It is a sheet of its own: readers
 * that cannot read `unicode-range` leave out a sheet that has it, and would leave out all else with it.
 *
 * TrueType, which every reading system and every retailer takes; WOFF 2 is unknown to some of both. Of the cuts of a face the
 * largest comes last: a reading system that knows no `unicode-range` takes the last one.
 */
export function packFonts(fonts: readonly SubsetFont[]): readonly BookFile[] {
  if (fonts.length === 0) return [];
  const files = fonts.map((font): BookFile => ({ path: pathOf(font), mediaType: "font/ttf", bytes: font.bytes }));
  const sorted = fonts.toSorted((a, b) => a.bytes.length - b.bytes.length).map((font) => withoutRange(font, fonts));
  const rules = new TextEncoder().encode(fontFaces(sorted, pathOf, "truetype"));
  return [{ path: fontSheet, mediaType: "text/css", bytes: rules }, ...files, ...licences(fonts)];
}

/** A face of one cut needs no range: more readers understand it so. */
function withoutRange(font: SubsetFont, fonts: readonly SubsetFont[]): SubsetFont {
  const { family, style, weight } = font;
  const cuts = fonts.filter((one) => one.family === family && one.style === style && one.weight === weight);
  return cuts.length === 1 ? { ...font, unicodeRange: "" } : font;
}

function pathOf({ fileName }: SubsetFont): string {
  return `fonts/${fileName}`;
}

/** The SIL Open Font License (clause 2) wants to be in every copy. */
function licences(fonts: readonly SubsetFont[]): BookFile[] {
  const byName = new Map(fonts.map(({ licence }) => [licence.fileName, licence.text]));
  return Array.from(byName, ([fileName, text]) => ({
    path: `fonts/${fileName}`,
    mediaType: "text/plain",
    bytes: new TextEncoder().encode(text),
  }));
}
