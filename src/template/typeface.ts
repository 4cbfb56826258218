import * as harfbuzz from "harfbuzzjs";
import type { SubsetFont } from "../model/page.ts";
import { narrowMarks } from "../model/wide-characters.ts";
import { openFace } from "./open-face.ts";
import { inVisualOrder } from "./visual-order.ts";

/** A font that converts text to outlines, so that pictures with text do not depend on installed fonts. */
export interface Typeface {
  /** Reports whether every character of a text has a glyph. */
  readonly covers: (text: string) => boolean;
  /** Returns the width of a line in em. */
  readonly measure: (text: string) => number;
  /** Returns SVG paths of a line that begins at `x` with its base line at `y`. */
  readonly outline: (text: string, size: number, x: number, y: number) => string;
}

/** A font file with its font properties. */
export type FontFile = Pick<SubsetFont, "family" | "weight" | "style" | "unicodeRange" | "bytes">;

export interface FaceChoice {
  readonly family: string;
  readonly weight: number;
  readonly style: SubsetFont["style"];
  /** The direction of every line; by default that of a line's first letter. */
  readonly direction?: "ltr" | "rtl";
  /** A family of marks only, which supplies them beside wide characters. */
  readonly marks?: string | undefined;
}

/** One subset of a font: fonts come in files for character ranges. */
interface Cut {
  readonly font: harfbuzz.Font;
  readonly unitsPerEm: number;
  readonly characters: ReadonlySet<number>;
}

interface Glyph {
  readonly path: string;
  /** In em, as are the others. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/**
 * Opens a font with all its subsets, and as a fallback those of other families in the nearest weight, which cover other
 * scripts.
 */
export function openTypeface(fonts: readonly FontFile[], choice: FaceChoice): Typeface {
  const { family, weight, style, direction } = choice;
  const own = fonts.filter((font) => font.family === family && font.weight === weight && font.style === style);
  const others = nearest(fonts, weight).filter((font) => font.family !== family);
  const cuts = [...own, ...others].map(openCut);
  const wide = others.filter((font) => font.family === choice.marks).map(openCut);
  const cutsFor = (line: string): readonly Cut[] => (narrowMarks(line).size > 0 ? cuts : [...wide, ...cuts]);
  return {
    covers: (line) => Array.from(line).every((character) => cutFor(cuts, character) !== undefined),
    measure: (line) => shape(cutsFor(line), line, direction).advance,
    outline: (line, size, x, y) =>
      shape(cutsFor(line), line, direction)
        .glyphs.map(({ path, scale, ...glyph }) => {
          const place = `${round(x + glyph.x * size)} ${round(y - glyph.y * size)}`;
          return `<path transform="translate(${place}) scale(${round(scale * size)} ${round(-scale * size)})" d="${path}"/>`;
        })
        .join(""),
  };
}

/** Returns the upright font of nearest weight for each range of each family. */
function nearest(fonts: readonly FontFile[], weight: number): FontFile[] {
  const distance = (font: FontFile): number => Math.abs(font.weight - weight);
  const ranges = Map.groupBy(
    fonts.filter((font) => font.style === "normal"),
    (font) => `${font.family} ${font.unicodeRange}`,
  );
  return [...ranges.values()].flatMap((cuts) => cuts.toSorted((a, b) => distance(a) - distance(b)).slice(0, 1));
}

function openCut(font: FontFile): Cut {
  const face = openFace(font);
  return { font: new harfbuzz.Font(face), unitsPerEm: face.upem, characters: new Set(face.collectUnicodes()) };
}

function cutFor(cuts: readonly Cut[], character: string): Cut | undefined {
  const code = character.codePointAt(0) ?? 0;
  return cuts.find(({ characters }) => characters.has(code));
}

/** Returns the glyphs of a line from left to right; runs with the same font and direction are shaped together. */
function shape(cuts: readonly Cut[], line: string, direction: FaceChoice["direction"]) {
  const glyphs: Glyph[] = [];
  let advance = 0;
  for (const { face: cut, text, level } of inVisualOrder(line, (character) => cutFor(cuts, character), direction)) {
    const buffer = new harfbuzz.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(level % 2 === 1 ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
    harfbuzz.shape(cut.font, buffer);
    const scale = 1 / cut.unitsPerEm;
    for (const glyph of buffer.getGlyphInfosAndPositions()) {
      const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } = glyph;
      const path = cut.font.glyphToPath(codepoint);
      if (path !== "") glyphs.push({ path, x: advance + xOffset * scale, y: yOffset * scale, scale });
      advance += xAdvance * scale;
    }
  }
  return { glyphs, advance };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
