import { type Frame, key, labelExpression, scaleOf, tickTexts, valueTitle } from "./frame.ts";
import { widest, wrap } from "./labels.ts";
import { type ChartLook, lineHeight } from "./look.ts";
import { type Part, type SeriesSign, words } from "./marks.ts";
import { numberAxis } from "./picture.ts";
import type { Scale } from "./numbers.ts";
import type { Plot } from "./plot.ts";
import { nameOf } from "./name-points.ts";

/** A plot with one point per row, and their names on the left. */
export interface Horizontal {
  readonly frame: Frame;
  readonly yOf: (index: number) => number;
  /** The height of a row in pixels. */
  readonly row: number;
  readonly x: Part;
  readonly y: Part;
  readonly around: readonly Part[];
}

/**
 * Lays out a horizontal plot. `row` is the least height of a row, `right` the room for values at the ends of bars;
 * without `grid`, the plot has no lines.
 */
export function horizontal(
  plot: Plot,
  look: ChartLook,
  signs: readonly SeriesSign[],
  least: number,
  right: number,
  grid = true,
): Horizontal {
  const scale = scaleOf(plot);
  const texts = tickTexts(scale, plot);
  const names = plot.xs.map((value) => wrap(nameOf(value, plot.language), look.regular, look.width * 0.36));
  const left = Math.ceil(widest(names.flat(), look.regular)) + 12;
  const width = look.width - left - right;
  const row = Math.max(least, ...names.map((lines) => lines.length * lineHeight + 8));
  const height = row * plot.xs.length;
  const series = plot.series.length > 1 ? key(signs, -left, look) : undefined;
  const keyRoom = series ? series.rows * lineHeight * 1.3 + 8 : 0;
  const title = wrap(valueTitle(plot), look.regular, left + width - 8);
  const frame = {
    width,
    height,
    top: Math.ceil(keyRoom) + 8,
    left,
    right,
    bottom: lineHeight * (title.length + 1) + 18,
  };
  const shown = ticksWithRoom(scale, texts, width, look);
  const yOf = (index: number) => (index + 0.5) * row;
  const around = [
    ...(series?.draw(-keyRoom + 4) ?? []),
    ...names.map((lines, index) => words(lines, -8, yOf(index), { colour: look.ink.light, align: "right" })),
    words(title, width, height + lineHeight + 12, { colour: look.ink.light, align: "right", baseline: "top" }),
  ];
  const x = {
    type: "quantitative",
    scale: { domain: [scale.least, scale.most], nice: false, zero: false },
    axis: numberAxis(shown, labelExpression(scale.ticks, texts), grid),
  };
  const y = { type: "quantitative", scale: { domain: [0, height], range: [0, height] }, axis: null };
  return { frame, yOf, row, x, y, around };
}

/** Returns every tick, or every second, third … where their labels would touch; the first is always included. */
function ticksWithRoom({ ticks }: Scale, texts: readonly string[], width: number, look: ChartLook): number[] {
  const step = width / Math.max(1, ticks.length - 1);
  // Vega shifts the last label to the left by half its width, so that it ends with the plot.
  const longest = widest(texts, look.regular) * 1.5 + 6;
  const every = Math.max(1, Math.ceil(longest / step));
  return ticks.filter((_, index) => index % every === 0);
}
