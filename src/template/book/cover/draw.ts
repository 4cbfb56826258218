import type { MetadataView } from "../../view.ts";
import { fit, type Frame } from "./fit.ts";
import type { Typeface } from "./typeface.ts";

/** What a cover is set in. */
export interface CoverFaces {
  readonly title: Typeface;
  readonly subtitle: Typeface;
  readonly label: Typeface;
}

/** Pixels. The proportion 1 : 1.6 is what bookshops and e-readers make room for. */
export const coverSize = { width: 1600, height: 2560 } as const;

const margin = 130;
const paper = "#f8f5ee";
const ink = "#1c1b19";
const panel = { top: 130, bottom: 1730, inset: 110 } as const;
const inside = coverSize.width - 2 * (margin + panel.inset);

/**
 * A cover after the wrappers of old offprints: a paper label with series and title on a cloth of the accent colour,
 * the names below it. What the faces have no letters for is left out; the picture's description says it all the same.
 */
export function drawCover(view: MetadataView, accent: string, faces: CoverFaces): string {
  const left = margin + panel.inset;
  const pieces: string[] = [];
  const set = (text: string | null, face: Typeface, fill: string, top: number, frame: Frame): number => {
    if (text === null || !face.covers(text.replaceAll(/\s/g, " "))) return top;
    const { size, lines } = fit(text, frame, face.measure);
    const paths = lines.map((line, index) => face.outline(line, size, left, top + size * (0.8 + index * frame.leading)));
    pieces.push(`<g fill="${fill}">${paths.join("")}</g>`);
    return top + size * (0.8 + (lines.length - 1) * frame.leading + 0.25);
  };

  const series = set(view.series, faces.label, accent, panel.top + panel.inset, {
    width: inside, height: 150, leading: 1.25, sizes: [56, 50, 44],
  });
  const titleTop = (view.series === null ? panel.top + panel.inset : series) + 70;
  const room = view.subtitle === null ? panel.bottom - panel.inset - 60 - titleTop : panel.bottom - 480 - titleTop;
  const titleEnd = set(view.title, faces.title, ink, titleTop, {
    width: inside, height: room, leading: 1.12, sizes: [210, 190, 172, 156, 142, 128, 116, 104, 92, 80, 70, 60, 52],
  });
  pieces.push(`<rect x="${left}" y="${titleEnd + 60}" width="180" height="10" fill="${accent}"/>`);
  set(view.subtitle, faces.subtitle, ink, titleEnd + 140, {
    width: inside, height: panel.bottom - 70 - titleEnd - 140, leading: 1.25, sizes: [84, 76, 68, 60, 54, 48, 42, 36],
  });
  const names = set(view.byline, faces.label, paper, panel.bottom + 130, {
    width: inside, height: 420, leading: 1.25, sizes: [92, 82, 72, 64, 56, 48],
  });
  set(view.publisher, faces.label, paper, Math.max(names + 60, coverSize.height - margin - 90), {
    width: inside, height: 80, leading: 1.2, sizes: [54, 48, 42, 36],
  });

  const { width, height } = coverSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="${accent}"/>
<rect x="${margin}" y="${panel.top}" width="${width - 2 * margin}" height="${panel.bottom - panel.top}" fill="${paper}"/>
<rect x="${margin + 24}" y="${panel.top + 24}" width="${width - 2 * margin - 48}" height="${panel.bottom - panel.top - 48}" fill="none" stroke="${accent}" stroke-width="5"/>
${pieces.join("\n")}
</svg>`;
}
