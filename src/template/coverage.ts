import type { SubsetFont } from "../model/page.ts";
import { codePointsOf } from "./woff2/character-map.ts";

/**
 * Returns the characters for which fonts have glyphs (OpenType, `cmap`). All fonts of a family have the same, so only
 * the first of each range is read.
 */
export function coveredBy(fonts: readonly SubsetFont[]): ReadonlySet<string> {
  const first = new Map(fonts.toReversed().map((font) => [`${font.family} ${font.unicodeRange}`, font]));
  const codes = Array.from(first.values(), ({ bytes }) => [...codePointsOf(bytes)]);
  return new Set(codes.flat().map((code) => String.fromCodePoint(code)));
}
