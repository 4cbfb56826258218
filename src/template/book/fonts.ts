import { convert } from "fontverter";
import type { BookFile } from "../../model/book.ts";
import type { SubsetFont } from "../../model/page.ts";
import { fontFaces } from "../fonts.ts";

/** The fonts as files of a book, with their licences, and the rules that name them. */
export interface BookFonts {
  readonly files: readonly BookFile[];
  readonly rules: string;
}

/**
 * TrueType, which every reading system and every shop takes; WOFF 2 is unknown to some of both. Of the cuts of a face the
 * largest comes last: a reading system that knows no `unicode-range` takes the last one.
 */
export async function packFonts(fonts: readonly SubsetFont[]): Promise<BookFonts> {
  const files: BookFile[] = [];
  // One at a time: the library underneath reuses its memory.
  for (const font of fonts) {
    const bytes = new Uint8Array(await convert(Buffer.from(font.bytes), "sfnt"));
    files.push({ path: pathOf(font), mediaType: "font/ttf", bytes });
  }
  const sorted = fonts.toSorted((a, b) => a.bytes.length - b.bytes.length);
  return { files: [...files, ...licences(fonts)], rules: fontFaces(sorted, pathOf, "truetype") };
}

function pathOf({ fileName }: SubsetFont): string {
  return `fonts/${fileName.replace(/\.woff2$/, ".ttf")}`;
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
