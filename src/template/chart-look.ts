import { directionOf } from "../config/metadata.ts";
import type { Direction } from "../model/metadata.ts";
import type { SubsetFont } from "../model/page.ts";
import { mix } from "./contrast.ts";
import { type FontFile, openTypeface, type Typeface } from "./typeface.ts";
import type { Template } from "./load.ts";
import type { TemplateChoices } from "./options.ts";
import { mainMarks } from "./wide-marks.ts";

/** A colour in the light and the dark colour scheme, `#rrggbb`. */
interface SchemeColours {
  readonly light: string;
  readonly dark: string;
}

/** Returns what charts need of a font. */
function toChartFont({ family, weight, style, unicodeRange, bytes }: FontFile): FontFile {
  return { family, weight, style, unicodeRange, bytes };
}

/** How a language sets the words of a chart. */
export interface ChartWriting {
  /** The direction of every line. */
  readonly direction: Direction;
  /** The family of wide marks of Chinese or Japanese. */
  readonly marks: string | undefined;
}

/** Returns the fonts that measure and outline the text of a chart. */
export function letteringOf(
  fonts: readonly FontFile[],
  family: string,
  writing: ChartWriting,
): Record<"regular" | "strong", Typeface> {
  return {
    regular: openTypeface(fonts, { family, weight: 400, style: "normal", ...writing }),
    strong: openTypeface(fonts, { family, weight: 600, style: "normal", ...writing }),
  };
}

/** The share of paper colour in each further surface: perceptually even steps from the accent. */
const paperShares = [0, 0.42, 0.68, 0.86];

/** Returns the template's look for charts in a language, with the article's accent colour; `fonts` are theirs. */
export function chartLook(
  template: Template,
  options: TemplateChoices,
  fonts: readonly SubsetFont[],
  language: string,
) {
  const { family, colours, series } = template.settings.charts;
  const paper = toSchemeColours(colours.paper);
  const accent = accentOf(options);
  const writing = { direction: directionOf(language), marks: mainMarks(template.settings, language) };
  return {
    family,
    writing,
    ...letteringOf(fonts, family, writing),
    fonts: fonts.map(toChartFont),
    ink: toSchemeColours(colours.ink),
    soft: toSchemeColours(colours.soft),
    rule: toSchemeColours(colours.rule),
    paper,
    series: [accent, ...series.map(toSchemeColours)],
    fills: fillsOf(template, options),
  };
}

/** Returns the colours of surfaces, each closer to the paper than the one before. */
export function fillsOf(
  template: Template,
  options: TemplateChoices,
  shares: readonly number[] = paperShares,
): SchemeColours[] {
  const accent = accentOf(options);
  const paper = toSchemeColours(template.settings.charts.colours.paper);
  return shares.map((share) => ({
    light: mix(accent.light, paper.light, share),
    dark: mix(accent.dark, paper.dark, share),
  }));
}

function accentOf(options: TemplateChoices): SchemeColours {
  const chosen = options.accent.toLowerCase();
  return { light: chosen, dark: mix(chosen, "#ffffff", 0.6) };
}

/** Returns the template with only the fonts that charts use: their own, and those of other scripts. */
export function onlyChartFaces(template: Template): Template {
  const { settings } = template;
  const fonts = settings.fonts.flatMap((font) => {
    if (font.scripts !== undefined) return [font];
    return font.family === settings.charts.family ? [{ ...font, faces: ["400", "600"], for: "text" as const }] : [];
  });
  return { ...template, settings: { ...settings, fonts } };
}

function toSchemeColours([light, dark]: readonly [string, string]): SchemeColours {
  return { light: light.toLowerCase(), dark: dark.toLowerCase() };
}
