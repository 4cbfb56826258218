import { convert } from "fontverter";
import * as harfbuzz from "harfbuzzjs";
import type { SubsetFont } from "../model/page.ts";

/** Open a font file. One after the other: the converter gives a view of memory that its next call writes to. */
export async function openFace(font: Pick<SubsetFont, "bytes">): Promise<harfbuzz.Face> {
  const plain = await convert(Buffer.from(font.bytes), "sfnt");
  return new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(plain).buffer));
}

/**
 * The characters that fonts have glyphs for, by their character maps (OpenType, `cmap`). The faces of a family have the
 * same, so that the first of each range speaks for all.
 */
export async function coveredBy(fonts: readonly SubsetFont[]): Promise<ReadonlySet<string>> {
  const first = new Map(fonts.toReversed().map((font) => [`${font.family} ${font.unicodeRange}`, font]));
  const covered = new Set<string>();
  for (const font of first.values()) {
    const face = await openFace(font);
    for (const code of face.collectUnicodes()) covered.add(String.fromCodePoint(code));
  }
  return covered;
}
