import { type ChartLook, labelSize } from "../look.ts";

/** Maps the template's colours to Mermaid's theme variables (https://mermaid.js.org/config/theming.html). */
export function mermaidTheme(look: ChartLook, scheme: "light" | "dark"): Readonly<Record<string, string | boolean>> {
  const { ink, soft, rule, paper, fills, series, family } = look;
  const of = (colour: { readonly light: string; readonly dark: string } | undefined): string => (colour ?? ink)[scheme];
  const pale = of(fills[3] ?? rule);
  const accent = of(series[0]);
  const slices: readonly (readonly [string, string])[] = Array.from({ length: 12 }, (_, index) => [
    `pie${index + 1}`,
    of(fills[1 + (index % 3)]),
  ]);
  return {
    darkMode: scheme === "dark",
    background: of(paper),
    fontFamily: `"${family}"`,
    fontSize: `${labelSize}px`,
    primaryColor: pale,
    primaryTextColor: of(ink),
    primaryBorderColor: accent,
    secondaryColor: of(paper),
    secondaryTextColor: of(ink),
    secondaryBorderColor: of(soft),
    tertiaryColor: of(paper),
    tertiaryTextColor: of(ink),
    tertiaryBorderColor: of(soft),
    lineColor: of(soft),
    textColor: of(ink),
    titleColor: of(ink),
    edgeLabelBackground: of(paper),
    clusterBkg: of(paper),
    clusterBorder: of(rule),
    noteBkgColor: of(paper),
    noteTextColor: of(ink),
    noteBorderColor: of(soft),
    pieTitleTextColor: of(ink),
    pieSectionTextColor: of(ink),
    pieLegendTextColor: of(ink),
    pieStrokeColor: of(paper),
    pieOuterStrokeColor: of(soft),
    pieOpacity: "1",
    ...Object.fromEntries(slices),
  };
}
