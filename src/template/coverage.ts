import * as harfbuzz from "harfbuzzjs";
import type { SubsetFont } from "../model/page.ts";
import { toOpenType } from "./subset-font.ts";

/** Open a font file. */
export async function openFace(font: Pick<SubsetFont, "bytes">): Promise<harfbuzz.Face> {
  const plain = await toOpenType(font.bytes);
  return new harfbuzz.Face(new harfbuzz.Blob(plain.slice().buffer));
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
