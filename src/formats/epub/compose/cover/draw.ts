import type { MetadataView } from "../../../../template/view.ts";
import { fit, type Frame } from "./fit.ts";
import { drawOrnament } from "./ornament.ts";
import type { Typeface } from "../../../../template/typeface.ts";

/** What a cover is set in. */
export interface CoverFaces {
  readonly title: Typeface;
  readonly subtitle: Typeface;
  readonly label: Typeface;
}

export interface Drawing {
  readonly svg: string;
  /** Texts for some letters of which a face has none, and what is left of each. */
  readonly missing: readonly CutText[];
}

export interface CutText {
  readonly text: string;
  readonly shown: string;
}

/** Pixels. The proportion 1 : 1.6 is what retailers and e-readers make room for. */
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
/** Of the ornament. */
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
 * A cover after the wrappers of old offprints: a paper label with series and title on a cloth of the accent colour, the
 * names below it.
 */
export function drawCover(view: MetadataView, accent: string, faces: CoverFaces): Drawing {
  const pieces: string[] = [];
  const missing: CutText[] = [];
  const isRightToLeft = view.direction === "rtl";
  /** Set a text below `top`; where it ends. */
  const set = (
    said: string | null,
    face: Typeface,
    fill: string,
    top: number,
    frame: Omit<Frame, "width" | "language">,
  ): number => {
    const text = (said ?? "").replaceAll(/\s+/g, " ").replaceAll(/\p{C}/gu, "").trim();
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

/** What joins emoji, or chooses one of their forms. */
const invisible = new Set(["\u200D", "\uFE0F"]);

/** Without the signs that the face has no glyph for; nothing, where most of its letters would be lost. */
function withoutMissing(text: string, face: Typeface): string {
  if (face.covers(text)) return text;
  const letters = Array.from(text).filter((character) => /[\p{L}\p{N}]/u.test(character));
  const lost = letters.filter((letter) => !face.covers(letter)).length;
  if (letters.length === 0 || lost * 2 > letters.length) return "";
  const shown = Array.from(text).filter((character) => face.covers(character) && !invisible.has(character));
  return shown.join("").replaceAll(/\s+/g, " ").trim();
}

/** What the text leaves free of the label is filled with whole rows of ornament, if it is more than a little. */
function ornamentBelow(textEnd: number, text: string, accent: string): string {
  const tile = measureWidth / columns;
  const bottom = labelEnd - 110;
  const rows = Math.min(mostRows, Math.floor((bottom - textEnd - 90) / tile));
  return rows < 1 ? "" : drawOrnament(text, accent, { x: left, bottom, tile, columns, rows });
}
