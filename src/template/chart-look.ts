import type { SubsetFont } from "../model/page.ts";
import { mix } from "./contrast.ts";
import { type FontFile, openTypeface, type Typeface } from "./typeface.ts";
import type { Template } from "./load.ts";
import type { TemplateChoices } from "./options.ts";

/** A colour for the light and for the dark colour scheme, `#rrggbb`. */
interface SchemeColors {
  readonly light: string;
  readonly dark: string;
}

/** What a chart is told of a font. */
function toChartFont({ family, weight, style, unicodeRange, bytes }: FontFile): FontFile {
  return { family, weight, style, unicodeRange, bytes };
}

/** What measures and outlines the words of a chart. */
export function letteringOf(fonts: readonly FontFile[], family: string): Record<"regular" | "strong", Typeface> {
  return {
    regular: openTypeface(fonts, { family, weight: 400, style: "normal" }),
    strong: openTypeface(fonts, { family, weight: 600, style: "normal" }),
  };
}

/** How much of the paper is mixed into the accent for each further surface: even steps to the eye. */
const paperShares = [0, 0.42, 0.68, 0.86];

/** What a template says of charts, its accent being the article's choice; `fonts` are those of `chartFonts`. */
export function chartLook(template: Template, options: TemplateChoices, fonts: readonly SubsetFont[]) {
  const { family, colours, series } = template.settings.charts;
  const paper = toSchemeColors(colours.paper);
  const accent = accentOf(options);
  return {
    family,
    ...letteringOf(fonts, family),
    fonts: fonts.map(toChartFont),
    ink: toSchemeColors(colours.ink),
    soft: toSchemeColors(colours.soft),
    rule: toSchemeColors(colours.rule),
    paper,
    series: [accent, ...series.map(toSchemeColors)],
    fills: fillsOf(template, options),
  };
}

/** The colours of surfaces, each with more of the paper in it than the one before. */
export function fillsOf(
  template: Template,
  options: TemplateChoices,
  shares: readonly number[] = paperShares,
): SchemeColors[] {
  const accent = accentOf(options);
  const paper = toSchemeColors(template.settings.charts.colours.paper);
  return shares.map((share) => ({
    light: mix(accent.light, paper.light, share),
    dark: mix(accent.dark, paper.dark, share),
  }));
}

function accentOf(options: TemplateChoices): SchemeColors {
  const chosen = options.accent.toLowerCase();
  return { light: chosen, dark: mix(chosen, "#ffffff", 0.6) };
}

/** The template with only the faces that charts are lettered with. */
export function onlyChartFaces(template: Template): Template {
  const { settings } = template;
  const fonts = settings.fonts
    .filter(({ family }) => family === settings.charts.family)
    .map((font) => ({ ...font, faces: ["400", "600"], for: "text" as const }));
  return { ...template, settings: { ...settings, fonts } };
}

function toSchemeColors([light, dark]: readonly [string, string]): SchemeColors {
  return { light: light.toLowerCase(), dark: dark.toLowerCase() };
}
