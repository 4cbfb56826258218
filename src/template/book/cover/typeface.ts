import * as harfbuzz from "harfbuzzjs";
import type { SubsetFont } from "../../../model/page.ts";
import { openFace } from "../../coverage.ts";

/** A face that turns words into outlines, so that a picture with text in it needs no font of the machine. */
export interface Typeface {
  /** Whether every character of a text has a glyph. */
  readonly covers: (text: string) => boolean;
  /** The width of a line in em. */
  readonly measure: (text: string) => number;
  /** SVG paths of a line that begins at `x` on a base line at `y`. */
  readonly outline: (text: string, size: number, x: number, y: number) => string;
}

export interface FaceChoice {
  readonly family: string;
  readonly weight: number;
  readonly style: SubsetFont["style"];
}

/** One cut of a face: fonts come in files for ranges of characters. */
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

/** Open a face, all its cuts together. */
export async function openTypeface(fonts: readonly SubsetFont[], choice: FaceChoice): Promise<Typeface> {
  const { family, weight, style } = choice;
  const chosen = fonts.filter((font) => font.family === family && font.weight === weight && font.style === style);
  const cuts: Cut[] = [];
  for (const font of chosen) cuts.push(await openCut(font));
  return {
    covers: (line) => Array.from(line).every((character) => cutFor(cuts, character) !== undefined),
    measure: (line) => shape(cuts, line).advance,
    outline: (line, size, x, y) =>
      shape(cuts, line)
        .glyphs.map(({ path, scale, ...glyph }) => {
          const place = `${round(x + glyph.x * size)} ${round(y - glyph.y * size)}`;
          return `<path transform="translate(${place}) scale(${round(scale * size)} ${round(-scale * size)})" d="${path}"/>`;
        })
        .join(""),
  };
}

async function openCut(font: SubsetFont): Promise<Cut> {
  const face = await openFace(font);
  return { font: new harfbuzz.Font(face), unitsPerEm: face.upem, characters: new Set(face.collectUnicodes()) };
}

function cutFor(cuts: readonly Cut[], character: string): Cut | undefined {
  const code = character.codePointAt(0) ?? 0;
  return cuts.find(({ characters }) => characters.has(code));
}

/** The glyphs of a line from left to right, the characters of each cut shaped together. */
function shape(cuts: readonly Cut[], line: string): { readonly glyphs: Glyph[]; readonly advance: number } {
  const glyphs: Glyph[] = [];
  let advance = 0;
  for (const { cut, text } of runs(cuts, line)) {
    const buffer = new harfbuzz.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
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

function runs(cuts: readonly Cut[], line: string): { readonly cut: Cut; text: string }[] {
  const found: { readonly cut: Cut; text: string }[] = [];
  for (const character of line) {
    const cut = cutFor(cuts, character);
    const last = found.at(-1);
    if (cut && last?.cut === cut) last.text += character;
    else if (cut) found.push({ cut, text: character });
  }
  return found;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
