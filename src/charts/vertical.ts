import { type Frame, drawBreak, key, labelExpression, roomForNames, scaleOf, tickTexts, valueTitle } from "./frame.ts";
import { widest, wrap } from "./labels.ts";
import { type ChartLook, lineHeight, pictureWidth } from "./look.ts";
import { type Part, type SeriesSign, stroke, words } from "./marks.ts";
import { namePoints } from "./name-points.ts";
import type { Scale } from "./numbers.ts";
import { numberAxis } from "./picture.ts";
import type { Plot } from "./plot.ts";

/** A plot with points from left to right. */
export interface Vertical {
  readonly frame: Frame;
  readonly scale: Scale;
  /** The centre of a point, and half the distance to the next. */
  readonly xOf: (index: number) => number;
  readonly step: number;
  /** Pixels below the top of the plot. */
  readonly yOf: (value: number) => number;
  /** The scale and axis of each direction, for the layer with the data. */
  readonly x: Part;
  readonly y: Part;
  /** Titles, names and the break. */
  readonly around: readonly Part[];
}

/** Returns the height. Pictures that are enlarged later are lower, so that they take no more of a page. */
function heightFor({ width }: ChartLook): number {
  return width < pictureWidth ? Math.max(150, Math.round(width / 2)) : 240;
}

/**
 * Lays out a vertical plot by measured text: nothing is cut off and nothing overlaps. `hasKey`: names are above the
 * plot instead of at the ends of lines. Without `grid`, only the zero line is drawn.
 */
export function vertical(
  plot: Plot,
  look: ChartLook,
  signs: readonly SeriesSign[],
  hasKey: boolean,
  grid = true,
): Vertical {
  const plotHeight = heightFor(look);
  const scale = scaleOf(plot);
  const texts = tickTexts(scale, plot);
  const left = Math.ceil(widest(texts, look.regular)) + 10;
  const isNamed = plot.series.length > 1;
  const right = isNamed && !hasKey ? Math.ceil(roomForNames(plot, look)) + 4 : 16;
  const width = look.width - left - right;
  const title = wrap(valueTitle(plot), look.regular, look.width - 8);
  const above = isNamed && hasKey ? key(signs, -left, look) : undefined;
  const breakLines = plot.break ? wrap(plot.break.label, look.regular, width * 0.6) : [];
  const keyRoom = above ? above.rows * lineHeight * 1.3 + 8 : 0;
  const breakRoom = breakLines.length * lineHeight + (breakLines.length > 0 ? 8 : 0);
  const top = Math.ceil(title.length * lineHeight + 16 + keyRoom + breakRoom);
  const { xOf, step } = placesOf(plot, width);
  const names = namePoints(plot, look, xOf, step, plotHeight, [-left, width + right]);
  const below = wrap(plot.xTitle, look.regular, look.width - 8);
  const bottom = names.height + below.length * lineHeight + 16;
  const frame: Frame = { width, height: plotHeight, top, left, right, bottom };
  const yOf = (value: number) => plotHeight * (1 - (value - scale.least) / (scale.most - scale.least));
  const around = [
    words(title, -left, -top + 2, { colour: look.ink.light, baseline: "top" }),
    ...(above?.draw(-keyRoom - breakRoom + 2) ?? []),
    ...(plot.break ? drawBreak(breakLines, (xOf(plot.break.after) + xOf(plot.break.after + 1)) / 2, frame, look) : []),
    ...names.parts,
    ...(grid ? [] : [stroke([0, yOf(0)], [width, yOf(0)], look.soft.light)]),
    words(below, middleOf(widest(below, look.regular), frame), plotHeight + names.height + 12, {
      colour: look.ink.light,
      align: "center",
      baseline: "top",
    }),
  ];
  const x = {
    type: "quantitative",
    scale: { domain: [0, width], range: [0, width] },
    axis: { title: null, values: plot.xs.map((_, index) => xOf(index)), labels: false, grid: false },
  };
  const y = {
    type: "quantitative",
    scale: { domain: [scale.least, scale.most], nice: false, zero: false },
    axis: numberAxis(scale.ticks, labelExpression(scale.ticks, texts), grid),
  };
  return { frame, scale, xOf, step, yOf, x, y, around };
}

/** Returns the centre of a title below the plot: the plot's centre, if the title fits there. */
function middleOf(length: number, { width, left, right }: Frame): number {
  return Math.max(length / 2 - left, Math.min(width + right - length / 2, width / 2));
}

/** Places numbers in proportion to their differences; all else, and every bar, at equal distances. */
function placesOf({ kind, xs }: Plot, width: number): { xOf: (index: number) => number; step: number } {
  const numbers = xs.filter((value) => typeof value === "number");
  const isLine = kind === "line" || kind === "area";
  const inset = kind === "area" ? 0 : 14;
  const count = Math.max(1, xs.length - 1);
  if (!isLine) return { xOf: (index) => (width * (index + 0.5)) / xs.length, step: width / xs.length };
  const step = (width - 2 * inset) / count;
  if (numbers.length < xs.length || xs.length < 2) return { xOf: (index) => inset + index * step, step };
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  return { xOf: (index) => inset + (((numbers[index] ?? 0) - low) / (high - low)) * (width - 2 * inset), step };
}
