import { signsOf } from "../frame.ts";
import type { ChartLook } from "../look.ts";
import { horizontal } from "../horizontal.ts";
import { type Part, stroke } from "../marks.ts";
import { picture } from "../picture.ts";
import type { Plot } from "../plot.ts";

/** Draws points along a line for each name. The scale need not start at zero, because lengths are not compared. */
export function drawDots(plot: Plot, look: ChartLook): Part {
  const signs = signsOf(plot, look, false);
  const { frame, yOf, x, y, around } = horizontal(plot, look, signs, 30, 24);
  const guides = plot.xs.map((_, index) => stroke([0, yOf(index)], [frame.width, yOf(index)], look.rule.light, [2, 3]));
  const points = signs.map(({ shape, fill }, number) => ({
    data: {
      values: (plot.series[number]?.values ?? []).flatMap((value, index) =>
        value === null ? [] : [{ value, y: yOf(index) }],
      ),
    },
    mark: { type: "point", filled: true, shape, fill, size: 90, opacity: 1 },
    encoding: { x: { field: "value", ...x }, y: { field: "y", ...y } },
  }));
  return picture(frame, [...guides, ...points, ...around]);
}
