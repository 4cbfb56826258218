import type { Part, SeriesSign } from "./marks.ts";
import type { Plot } from "./plot.ts";
import { stackOf } from "./stack.ts";

/**
 * The bar of a point (`index`) in a series, with its range of values; `slot` is its position among bars side by side.
 */
export interface Bar {
  readonly index: number;
  readonly series: number;
  readonly slot: number;
  readonly low: number;
  readonly high: number;
}

/** Returns all bars, and how many stand side by side at each point. */
export function barsOf(plot: Plot): { readonly slots: number; readonly list: readonly Bar[] } {
  if (plot.kind === "stacked bar") {
    const list = stackOf(plot).flatMap((spans, series) =>
      spans.flatMap((span, index): Bar[] => (span ? [{ index, series, slot: 0, ...span }] : [])),
    );
    return { slots: 1, list };
  }
  const list = plot.series.flatMap(({ values }, series) =>
    values.flatMap((value, index): Bar[] =>
      value === null ? [] : [{ index, series, slot: series, low: 0, high: value }],
    ),
  );
  return { slots: plot.series.length, list };
}

/** Draws the bars of each series, `thick` pixels across, with fields `from` and `to` across and `low` and `high` along. */
export function barLayers(
  bars: readonly Bar[],
  signs: readonly SeriesSign[],
  middle: (bar: Bar) => number,
  thick: number,
  encoding: Part,
): Part[] {
  return signs.map(({ fill, stroke }, number) => ({
    data: {
      values: bars
        .filter((bar) => bar.series === number)
        .map((bar) => ({
          from: middle(bar) - thick / 2 + 1,
          to: middle(bar) + thick / 2 - 1,
          low: bar.low,
          high: bar.high,
        })),
    },
    mark: { type: "rect", fill, stroke, strokeWidth: 1, opacity: 1 },
    encoding,
  }));
}
