import { type Scale, roundScale, writeNumber } from "./numbers.ts";
import { spread, widest, wrap } from "./labels.ts";
import { type ChartLook, lineHeight } from "./look.ts";
import { type Part, type SeriesSign, sign, stroke, words } from "./marks.ts";
import type { Plot } from "./plot.ts";

/** The plot's size in pixels; `top` to `right` are the margins around it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** The gap before names with signs on the right, and the greatest width of their lines. */
const nameGap = 24;
/** Without signs. */
const plainGap = 12;
const widestName = 110;

export const shapes = ["circle", "square", "triangle-up", "diamond", "cross"];
export const dashes = [
  [1, 0],
  [7, 3],
  [2, 3],
  [9, 3, 2, 3],
  [12, 4],
];

export function signsOf({ series }: Plot, look: ChartLook, areSurfaces: boolean): SeriesSign[] {
  const tones = areSurfaces ? look.fills : look.series;
  return series.map(({ label }, index) => {
    const fill = tones[index]?.light ?? look.ink.light;
    const edge = areSurfaces ? (look.series[0]?.light ?? fill) : fill;
    const shape = areSurfaces ? "square" : (shapes[index] ?? "circle");
    return { label, shape, size: areSurfaces ? 150 : 60, fill, stroke: edge };
  });
}

/** Returns the scale of the values; stacks are summed. */
export function scaleOf(plot: Plot): Scale {
  const isStacked = ["area", "stacked bar"].includes(plot.kind);
  const sums = plot.xs.map((_, at) => plot.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const values = isStacked ? sums : plot.series.flatMap((series) => series.values.filter((value) => value !== null));
  return roundScale(values, plot.fromZero);
}

export function tickTexts({ ticks }: Scale, { unit, language }: Plot): string[] {
  return ticks.map((tick) => writeNumber(tick, unit, language));
}

/** Returns a Vega expression that labels values with the given texts. */
export function labelExpression(values: readonly number[], texts: readonly string[]): string {
  return `${JSON.stringify(Object.fromEntries(values.map((value, index) => [value, texts[index]])))}[datum.value]`;
}

/** Returns the title of the value axis, with a unit that the values do not show. */
export function valueTitle({ yTitle, unit }: Plot): string {
  return unit === undefined || unit === "%" ? yTitle : `${yTitle} (${unit})`;
}

/** Returns how much room the series' names need on the right. */
export function roomForNames(plot: Plot, look: ChartLook): number {
  return (
    nameGap +
    widest(
      plot.series.flatMap(({ label }) => wrap(label, look.regular, widestName)),
      look.regular,
    )
  );
}

/**
 * Places each series' name at the end of its line or layer, without overlaps. With `isPlain`, names that are all level
 * with the ends have no signs: beside the last points of lines a sign would look like one more point.
 */
export function namesAtEnds(
  signs: readonly SeriesSign[],
  heights: readonly number[],
  frame: Frame,
  look: ChartLook,
  isPlain = false,
): Part[] {
  const lines = signs.map(({ label }) => wrap(label, look.regular, widestName));
  const middles = spread(
    heights,
    lines.map(({ length }) => length),
    frame.height + lineHeight,
  );
  const isLevel = heights.every((height, index) => Math.abs(height - (middles[index] ?? 0)) < lineHeight / 4);
  const hasSigns = !isPlain || !isLevel;
  const left = frame.width + (hasSigns ? nameGap : plainGap);
  return signs.flatMap((entry, index) => {
    const y = middles[index] ?? 0;
    const name = words(lines[index] ?? [], left, y, { colour: look.ink.light });
    return hasSigns ? [sign(entry, frame.width + 12, y), name] : [name];
  });
}

/** Places the names of the series in rows above the plot; `rows` is their number. Long names take several lines. */
export function key(
  signs: readonly SeriesSign[],
  left: number,
  look: ChartLook,
): { rows: number; draw: (top: number) => Part[] } {
  let x = left;
  let row = 0;
  let high = 1;
  const places = signs.map((entry) => {
    const lines = wrap(entry.label, look.regular, look.width - nameGap - 10);
    const width = nameGap + widest(lines, look.regular) + 10;
    if (x > left && x + width > left + look.width) [x, row, high] = [left, row + high, 1];
    high = Math.max(high, lines.length);
    const place = { entry, lines, x, row };
    x += width;
    return place;
  });
  const draw = (top: number): Part[] =>
    places.flatMap(({ entry, lines, x: at, row: on }) => [
      sign(entry, at + 7, top + on * lineHeight * 1.3),
      words(lines, at + 18, top + on * lineHeight * 1.3 + ((lines.length - 1) * lineHeight) / 2, {
        colour: look.ink.light,
      }),
    ]);
  return { rows: row + high, draw };
}

/** Draws a break in the series: a dashed line at `x`, with its meaning above, clear of the plot. */
export function drawBreak(lines: readonly string[], x: number, frame: Frame, look: ChartLook): Part[] {
  const half = widest(lines, look.regular) / 2;
  const middle = Math.min(Math.max(x, half - frame.left), frame.width + frame.right - half);
  return [
    stroke([x, -4], [x, frame.height], look.soft.light, [4, 3]),
    words(lines, middle, -9, { colour: look.soft.light, align: "center", baseline: "bottom" }),
  ];
}
