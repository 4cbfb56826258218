import type { MetadataView } from "../view.ts";
import { fit, type Frame } from "./fit.ts";
import { drawOrnament } from "./ornament.ts";
import type { Typeface } from "../typeface.ts";

/** The fonts of a cover. */
export interface CoverFaces {
  readonly title: Typeface;
  readonly subtitle: Typeface;
  readonly label: Typeface;
}

export interface Drawing {
  readonly svg: string;
  /** Texts with characters that no font has, and what is left of each. */
  readonly missing: readonly CutText[];
}

export interface CutText {
  readonly text: string;
  readonly shown: string;
}

/** Pixels. Retailers and e-readers expect the proportion 1 : 1.6. */
const width = 1600;
const height = 2560;

const paper = "#f8f5ee";
const ink = "#1c1b19";
/** The paper label, and the frame drawn on it. */
const label = { x: 130, y: 130, width: width - 260, height: 1600 } as const;
const frameInset = 24;
const left = label.x + 110;
const ruleWidth = 180;
const measureWidth = width - 2 * left;
/** The grid of the ornament. */
const columns = 8;
const mostRows = 5;
const labelEnd = label.y + label.height;

const settings = {
  series: { height: 150, leading: 1.25, sizes: [56, 50, 44] },
  title: { leading: 1.12, sizes: [210, 190, 172, 156, 142, 128, 116, 104, 92, 80, 70, 60, 52] },
  subtitle: { leading: 1.25, sizes: [84, 76, 68, 60, 54, 48, 42, 36] },
  names: { height: 420, leading: 1.25, sizes: [92, 82, 72, 64, 56, 48] },
  publisher: { height: 80, leading: 1.2, sizes: [54, 48, 42, 36] },
} as const;

/**
 * Draws a cover modelled on the wrappers of old offprints: a paper label with series and title on cloth in the accent
 * colour, the names below.
 */
export function drawCover(view: MetadataView, accent: string, faces: CoverFaces): Drawing {
  const pieces: string[] = [];
  const missing: CutText[] = [];
  const isRightToLeft = view.direction === "rtl";
  /** Sets a text below `top`; returns where it ends. */
  const set = (
    words: string | null,
    face: Typeface,
    fill: string,
    top: number,
    frame: Omit<Frame, "width" | "language">,
  ): number => {
    const text = (words ?? "").replaceAll(/\s+/g, " ").replaceAll(/\p{C}/gu, "").trim();
    if (text === "") return top;
    const shown = withoutMissing(text, face);
    if (shown !== text) missing.push({ text, shown });
    if (shown === "") return top;
    const { size, lines } = fit(shown, { ...frame, width: measureWidth, language: view.language }, face.measure);
    const start = (line: string): number => (isRightToLeft ? left + measureWidth - face.measure(line) * size : left);
    const baseline = (index: number): number => top + size * (0.8 + index * frame.leading);
    pieces.push(
      `<g fill="${fill}">${lines.map((line, index) => face.outline(line, size, start(line), baseline(index))).join("")}</g>`,
    );
    return baseline(lines.length - 1) + size * 0.25;
  };

  const series = set(view.series, faces.label, accent, label.y + 110, settings.series);
  const titleTop = view.series === null ? label.y + 110 : series + 70;
  const titleRoom = labelEnd - titleTop - (view.subtitle === null ? 170 : 480);
  const title = set(view.title, faces.title, ink, titleTop, { ...settings.title, height: titleRoom });
  const ruleStart = isRightToLeft ? left + measureWidth - ruleWidth : left;
  if (title > titleTop)
    pieces.push(`<rect x="${ruleStart}" y="${title + 60}" width="${ruleWidth}" height="10" fill="${accent}"/>`);
  const subtitleRoom = { ...settings.subtitle, height: labelEnd - 70 - title - 140 };
  const textEnd = set(view.subtitle, faces.subtitle, ink, title + 140, subtitleRoom);
  pieces.push(ornamentBelow(textEnd, view.title, accent));
  set(view.byline, faces.label, paper, labelEnd + 130, settings.names);
  set(view.publisher, faces.label, paper, height - 220, settings.publisher);

  const box = `x="${label.x}" y="${label.y}" width="${label.width}" height="${label.height}"`;
  const inner = `x="${label.x + frameInset}" y="${label.y + frameInset}" width="${label.width - 2 * frameInset}" height="${label.height - 2 * frameInset}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="${accent}"/>
<rect ${box} fill="${paper}"/>
<rect ${inner} fill="none" stroke="${accent}" stroke-width="5"/>
${pieces.join("\n")}
</svg>`;
  return { svg, missing };
}

/** Characters that join emoji or select one of their forms. */
const invisible = new Set(["\u200D", "\uFE0F"]);

/** Removes characters without a glyph; returns an empty text if most letters would be lost. */
function withoutMissing(text: string, face: Typeface): string {
  if (face.covers(text)) return text;
  const letters = Array.from(text).filter((character) => /[\p{L}\p{N}]/u.test(character));
  const lost = letters.filter((letter) => !face.covers(letter)).length;
  if (letters.length === 0 || lost * 2 > letters.length) return "";
  const shown = Array.from(text).filter((character) => face.covers(character) && !invisible.has(character));
  return shown.join("").replaceAll(/\s+/g, " ").trim();
}

/** Fills the space below the text on the label with whole rows of ornament, if there is enough. */
function ornamentBelow(textEnd: number, text: string, accent: string): string {
  const tile = measureWidth / columns;
  const bottom = labelEnd - 110;
  const rows = Math.min(mostRows, Math.floor((bottom - textEnd - 90) / tile));
  return rows < 1 ? "" : drawOrnament(text, accent, { x: left, bottom, tile, columns, rows });
}
