import type { Colours, Look } from "../config/look.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { contrast, mix } from "./contrast.ts";
import type { TemplateSettings } from "./family.ts";

/** The minimum contrast of text (WCAG 2.2, 1.4.3). */
const least = 4.5;

/** Removes colours from a look if text in them would be illegible on its background, in light or dark. */
export function readableLook<L extends Look>(
  look: L,
  settings: TemplateSettings,
  at: SourceLocation,
): { readonly look: L; readonly diagnostics: readonly Diagnostic[] } {
  const pale = look.colours ? paleTexts(look.colours, settings) : [];
  if (pale.length === 0) return { look, diagnostics: [] };
  const hint = "Choose a colour with more contrast to its background; until then those of the template are used.";
  return {
    look: { ...look, colours: undefined },
    diagnostics: pale.map((message) => diagnostic("brandContrast", message, hint, at)),
  };
}

/** Missing colours are the template's. */
function paleTexts(colours: Colours, { charts, options }: TemplateSettings): string[] {
  const { ink = charts.colours.ink, soft = charts.colours.soft, paper = charts.colours.paper } = colours;
  const [light, dark = mix(light, "#ffffff", 0.6)] = colours.accent ?? [options.accent.default];
  const { caution, tint } = colours;
  const texts = { ink, soft, accent: [light, dark] as const, ...(caution && { caution }) };
  const grounds = { paper, ...(tint && { tint }) };
  return Object.entries(texts).flatMap(([role, text]) =>
    Object.entries(grounds).flatMap(([ground, under]) =>
      (["light", "dark"] as const).flatMap((scheme, index) => {
        const ratio = contrast(text[index] ?? "", under[index] ?? "");
        const message = `"${role}" (${text[index]}) on "${ground}" (${under[index]}) in the ${scheme} colour scheme`;
        return ratio < least ? [`The contrast of ${message} is ${ratio.toFixed(1)}, not ${least}.`] : [];
      }),
    ),
  );
}
