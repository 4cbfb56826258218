import { dashes, namesAtEnds, shapes, signsOf } from "../frame.ts";
import type { ChartLook } from "../look.ts";
import type { Part } from "../marks.ts";
import { picture } from "../picture.ts";
import type { Plot } from "../plot.ts";
import { vertical } from "../vertical.ts";

/** Draws lines that differ in colour, dash and point shape; gaps and breaks interrupt them. */
export function drawLines(plot: Plot, look: ChartLook): Part {
  const signs = signsOf(plot, look, false);
  const { frame, xOf, yOf, x, y, around } = vertical(plot, look, signs, false);
  const after = plot.break?.after ?? Infinity;
  const values = plot.series.flatMap((series, number) =>
    series.values.map((value, index) => ({
      x: xOf(index),
      y: value,
      series: String(number),
      part: index > after ? "after" : "before",
    })),
  );
  const domain = plot.series.map((_, number) => String(number));
  const scaled = (range: readonly unknown[]) => ({
    field: "series",
    type: "nominal",
    scale: { domain, range: domain.map((_, number) => range[number]) },
    legend: null,
  });
  const places = { x: { field: "x", ...x }, y: { field: "y", ...y } };
  const color = scaled(look.series.map(({ light }) => light));
  const lines = {
    data: { values },
    mark: { type: "line", strokeWidth: 2.25, invalid: "break-paths-filter-domains" },
    encoding: { ...places, color, strokeDash: scaled(dashes), detail: { field: "part", type: "nominal" } },
  };
  const points = {
    data: { values: values.filter((value) => value.y !== null) },
    mark: { type: "point", filled: true, size: 60, opacity: 1 },
    encoding: { ...places, color, shape: scaled(shapes) },
  };
  const ends = plot.series.map((series) => yOf(series.values.findLast((value) => value !== null) ?? 0));
  const reachEdge = plot.series.every(({ values: own }) => typeof own.at(-1) === "number");
  const names = plot.series.length > 1 ? namesAtEnds(signs, ends, frame, look, reachEdge) : [];
  return picture(frame, [lines, points, ...around, ...names]);
}
