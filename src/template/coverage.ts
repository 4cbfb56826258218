import type { SubsetFont } from "../model/page.ts";
import { codePointsOf } from "./woff2/character-map.ts";

/**
 * The characters that fonts have glyphs for, by their character maps (OpenType, `cmap`). The faces of a family have the
 * same, so that the first of each range speaks for all.
 */
export function coveredBy(fonts: readonly SubsetFont[]): ReadonlySet<string> {
  const first = new Map(fonts.toReversed().map((font) => [`${font.family} ${font.unicodeRange}`, font]));
  const codes = Array.from(first.values(), ({ bytes }) => [...codePointsOf(bytes)]);
  return new Set(codes.flat().map((code) => String.fromCodePoint(code)));
}
