import type { Image } from "../../../model/image.ts";
import { fillsOf } from "../../../template/chart-look.ts";
import type { Template } from "../../../template/load.ts";
import type { TemplateChoices } from "../../../template/options.ts";

/** The share of paper colour mixed into each chart surface, from dark to light, so that surfaces stay distinct. */
const lightShares = [0.5, 0.7, 0.86, 0.96];

/** Lightens and outlines the surfaces of charts, so that large areas need little ink. */
export function spareInk(
  images: ReadonlyMap<string, Image>,
  template: Template,
  options: TemplateChoices,
): ReadonlyMap<string, Image> {
  const usual = fillsOf(template, options);
  const light = fillsOf(template, options, lightShares);
  const rules = usual.map(({ light: day }, index) => {
    const fill = light[index]?.light ?? day;
    return `[fill="${day}"]{fill:${fill};stroke:#404040;stroke-width:.75}`;
  });
  const style = `<style>${rules.join("")}</style>`;
  return new Map([...images].map(([name, image]) => [name, isChart(name) ? lighten(image, style) : image]));
}

/** Reports whether an image is a drawn chart, by its name (see illustrate.ts). */
function isChart(name: string): boolean {
  return name.startsWith("charts/");
}

function lighten(image: Image, style: string): Image {
  const svg = new TextDecoder().decode(image.bytes).replace("</style>", `</style>${style}`);
  return { ...image, bytes: new TextEncoder().encode(svg) };
}
