import type { TemplateSheet } from "../../../config/template-file.ts";
import type { Design, EditionName } from "../../../model/edition.ts";
import { editionOf } from "../../../model/every-edition.ts";
import type { Template } from "../../../template/load.ts";
import type { TemplateChoices } from "../../../template/options.ts";
import { readGeometry, readLengths } from "../../../template/page-geometry.ts";
import { trimOf } from "./finish-for.ts";
import { points } from "./lengths.ts";

/** A CSS pixel in points. */
const pixel = 0.75;

/** A page of an edition, in CSS units. */
export interface Sheet extends TemplateSheet {
  /** The width for side notes, within the page's text area. */
  readonly beside?: string;
  /** Whether small figures have that room. */
  readonly takesFigures?: boolean;
  /** The part of the inner margin for holes or binding, in points. */
  readonly gutter?: number;
  /** The part of each margin that is cut off, in points. */
  readonly bleed?: number;
  /** The width of the text area, as a fraction of the width that the template is designed for. */
  readonly measure?: number;
}

/**
 * Applies the article's own size and margins. Large print keeps its paper size: a smaller page would hold only a few
 * words.
 */
function fitPage(sheet: TemplateSheet, options: TemplateChoices, design: Design | undefined, bleed: number): Sheet {
  const { size, margins, gutter } = readGeometry(options);
  const isOwnSize = size !== undefined && design !== "large-print";
  const [width = 0, height = 0] = readLengths(sheet.size) ?? [];
  const whole = isOwnSize ? size : ([width, height] as const);
  const scale = isOwnSize ? Math.min(1, size[0] / width, size[1] / height) : 1;
  const inPoints = (length: string): number => readLengths(length)?.[0] ?? 0;
  const usual = [sheet.top, sheet.outer, sheet.bottom, sheet.inner].map((length) => inPoints(length) * scale);
  if (!isOwnSize && !margins && gutter === 0 && bleed === 0) return sheet;
  const [top = 0, outer = 0, bottom = 0, inner = 0] = margins ?? usual;
  const { edge, ...rest } = sheet;
  return {
    ...rest,
    ...(edge !== undefined && !margins && scale === 1 && { edge: toLength(inPoints(edge) + bleed) }),
    size: whole.map((side) => toLength(side + 2 * bleed)).join(" "),
    top: toLength(top + bleed),
    outer: toLength(outer + bleed),
    bottom: toLength(bottom + bleed),
    inner: toLength(inner + gutter + bleed),
    gutter,
    bleed,
    measure: (whole[0] - outer - inner - gutter) / (width - inPoints(sheet.outer) - inPoints(sheet.inner)),
  };
}

/**
 * Widens the outer margin by less than a pixel, so that the text area is whole pixels wide, or 0.02 pt less: Chromium
 * 153 rounds the width of its layout up to a whole pixel and clips at the page's own width, which cuts off the frame of
 * a box at the edge.
 */
function fitWidth<S extends TemplateSheet>(sheet: S): S {
  const [width = ""] = sheet.size.split(" ");
  const rest = (points(width) - points(sheet.inner) - points(sheet.outer)) % pixel;
  const isWhole = Math.min(rest, pixel - rest) < 0.001;
  return isWhole ? sheet : { ...sheet, outer: toLength(points(sheet.outer) + rest + 0.02) };
}

export function toLength(inPoints: number): string {
  return `${Math.round(inPoints * 1000) / 1000}pt`;
}

/** Reports whether an edition has columns. Large print and booklets keep one. */
export function hasColumns(options: TemplateChoices, design: Design | undefined): boolean {
  return options.columns === "2" && (design === undefined || design === "ink-saver");
}

/** Returns the page that an edition is printed on, with the paper that the article chooses or the edition's own. */
export function sheetFor({ settings }: Template, edition: EditionName, options: TemplateChoices): Sheet {
  const { paper = "letter", design } = editionOf(edition);
  const chosen = options.paper;
  const sheets = settings.print.papers[hasColumns(options, design) ? "columns" : (design ?? "plain")];
  const bleed = trimOf(edition, options)?.bleed ?? 0;
  const sheet = fitWidth(fitPage(sheets[chosen === "edition" ? paper : chosen], options, design, bleed));
  return options.sides === "two" && sheet.number === "foot" ? { ...sheet, number: "outer foot" } : sheet;
}
