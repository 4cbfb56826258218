import type { Frame } from "./frame.ts";
import { type ChartLook, labelSize, lineHeight } from "./look.ts";
import type { Part } from "./marks.ts";

/** Margin around everything, so that a dark picture on a light page does not cut text off. */
const edge = 6;

/** Returns a complete Vega-Lite specification of a plot in its frame. */
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

/** Returns the settings for every chart, and the defaults for an author's own specification. */
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

/** Returns the value axis: labelled ticks, and grid lines unless values are written in the plot. */
export function numberAxis(values: readonly number[], expression: string, grid = true): Part {
  return { title: null, values, labelExpr: expression, grid, domain: false, ticks: false, labelPadding: 6 };
}
