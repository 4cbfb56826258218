import type { ChartLook } from "./look.ts";

/** Adds the dark colour scheme: where the reader prefers it, each colour is replaced by its dark counterpart. */
export function addDarkScheme(svg: string, look: ChartLook): string {
  const { ink, soft, rule, paper, series, fills } = look;
  const rules = [ink, soft, rule, paper, ...series, ...fills].map(
    ({ light, dark }) => `[fill="${light}"]{fill:${dark}}[stroke="${light}"]{stroke:${dark}}`,
  );
  const style = `<style>@media (prefers-color-scheme:dark){${[...new Set(rules)].join("")}}</style>`;
  return svg.replace(/<svg[^>]*>/, (opening) => opening + style);
}
