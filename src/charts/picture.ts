import type { Frame } from "./frame.ts";
import { type ChartLook, labelSize, lineHeight } from "./look.ts";
import type { Part } from "./marks.ts";

/** Room around everything, so that a dark picture on a light page does not cut its words off. */
const edge = 6;

/** A plot in its frame as a whole Vega-Lite specification. */
export function picture(frame: Frame, layers: readonly Part[]): Part {
  const { width, height, top, left, right, bottom } = frame;
  return {
    width,
    height,
    padding: { top: top + edge, left: left + edge, right: right + edge, bottom: bottom + edge },
    autosize: { type: "none" },
    layer: layers,
  };
}

/** What holds for every chart, an author's own specification too where it does not say otherwise. */
export function vegaLiteConfig(look: ChartLook): Part {
  const { ink, soft, rule, paper, family } = look;
  const lettered = { labelFont: family, labelFontSize: labelSize, titleFont: family, titleFontSize: labelSize };
  return {
    background: paper.light,
    font: family,
    text: { color: ink.light, fontSize: labelSize, lineHeight },
    mark: { color: look.series[0]?.light ?? ink.light, tooltip: null },
    axis: {
      ...lettered,
      labelColor: ink.light,
      titleColor: ink.light,
      titleFontWeight: 400,
      labelLimit: 0,
      titleLimit: 0,
      domainColor: soft.light,
      tickColor: soft.light,
      gridColor: rule.light,
    },
    legend: { ...lettered, labelColor: ink.light, titleColor: ink.light, labelLimit: 0 },
    header: { ...lettered, labelColor: ink.light, titleColor: ink.light },
    title: { color: ink.light, font: family, fontSize: labelSize, subtitleColor: ink.light, subtitleFont: family },
    view: { stroke: null },
    range: { category: look.series.map(({ light }) => light) },
  };
}

/** The axis of the numbers: ticks with their words, lines across the plot unless the numbers themselves stand there. */
export function numberAxis(values: readonly number[], expression: string, grid = true): Part {
  return { title: null, values, labelExpr: expression, grid, domain: false, ticks: false, labelPadding: 6 };
}
