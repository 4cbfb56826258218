import { drawAreas } from "./kinds/area.ts";
import { drawBars } from "./kinds/bars.ts";
import { drawDots } from "./kinds/dots.ts";
import { drawLines } from "./kinds/line.ts";
import type { ChartLook } from "./look.ts";
import type { Part } from "./marks.ts";
import type { Plot } from "./plot.ts";

/** A Vega-Lite specification for each kind of chart. Adding a kind is a line here and one in the schema. */
export const kinds: Readonly<Record<Plot["kind"], (plot: Plot, look: ChartLook) => Part>> = {
  line: drawLines,
  area: drawAreas,
  bar: drawBars,
  "grouped bar": drawBars,
  "stacked bar": drawBars,
  dot: drawDots,
};
