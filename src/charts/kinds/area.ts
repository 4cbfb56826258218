import { namesAtEnds, signsOf } from "../frame.ts";
import type { ChartLook } from "../look.ts";
import type { Part } from "../marks.ts";
import { picture } from "../picture.ts";
import type { Plot } from "../plot.ts";
import { stackOf } from "../stack.ts";
import { vertical } from "../vertical.ts";

/** Draws stacked areas, the first series at the bottom; edges separate them on any paper. */
export function drawAreas(plot: Plot, look: ChartLook): Part {
  const signs = signsOf(plot, look, true);
  const { frame, xOf, yOf, x, y, around } = vertical(plot, look, signs, false);
  const stack = stackOf(plot);
  const after = plot.break?.after ?? Infinity;
  const layers = signs.map(({ fill, stroke }, number) => ({
    data: {
      values: (stack[number] ?? []).map((span, index) => ({
        x: xOf(index),
        low: span?.low ?? null,
        high: span?.high ?? null,
        part: index > after ? "after" : "before",
      })),
    },
    mark: {
      type: "area",
      color: fill,
      opacity: 1,
      line: { color: stroke, strokeWidth: 1.5 },
      invalid: "break-paths-filter-domains",
    },
    encoding: {
      x: { field: "x", ...x },
      y: { field: "high", ...y },
      y2: { field: "low" },
      detail: { field: "part", type: "nominal" },
    },
  }));
  const ends = stack.map((spans) => {
    const last = spans.findLast((span) => span !== undefined);
    return yOf(((last?.low ?? 0) + (last?.high ?? 0)) / 2);
  });
  const names = plot.series.length > 1 ? namesAtEnds(signs, ends, frame, look) : [];
  return picture(frame, [...layers, ...around, ...names]);
}
