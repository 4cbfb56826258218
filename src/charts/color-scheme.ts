import type { ChartLook } from "./look.ts";

/** The drawing by night: where the reader wants dark pages, each colour of the template gives way to its other one. */
export function addNight(svg: string, look: ChartLook): string {
  const { ink, soft, rule, paper, series, fills } = look;
  const rules = [ink, soft, rule, paper, ...series, ...fills].map(
    ({ day, night }) => `[fill="${day}"]{fill:${night}}[stroke="${day}"]{stroke:${night}}`,
  );
  const style = `<style>@media (prefers-color-scheme:dark){${[...new Set(rules)].join("")}}</style>`;
  return svg.replace(/<svg[^>]*>/, (opening) => opening + style);
}
