import type { ChartKind } from "../config/chart-block.ts";
import { guarded } from "../model/plugin/plugin-error.ts";
import { fromPlugins } from "../model/plugin/scope.ts";
import { drawAreas } from "./kinds/area.ts";
import { drawBars } from "./kinds/bars.ts";
import { drawDots } from "./kinds/dots.ts";
import { drawLines } from "./kinds/line.ts";
import type { ChartLook } from "./look.ts";
import type { Part } from "./marks.ts";
import type { Plot } from "./plot.ts";

type Draw = (plot: Plot, look: ChartLook) => Part;

/** Builds a Vega-Lite specification for each kind of chart. A new kind needs a line here and one in the schema. */
export const kinds: Readonly<Record<ChartKind, Draw>> = {
  line: drawLines,
  area: drawAreas,
  bar: drawBars,
  "grouped bar": drawBars,
  "stacked bar": drawBars,
  dot: drawDots,
};

/** How many series of each kind can be distinguished. */
const mostSeries: Readonly<Record<ChartKind, number>> = {
  line: 5,
  dot: 5,
  area: 4,
  bar: 1,
  "grouped bar": 4,
  "stacked bar": 4,
};

/** Returns how a kind is drawn, including kinds from plug-ins. */
export function kindOf(name: string): { readonly draw: Draw; readonly mostSeries: number } {
  if (Object.hasOwn(kinds, name)) return { draw: kinds[name as ChartKind], mostSeries: mostSeries[name as ChartKind] };
  const found = fromPlugins("charts").find(({ item }) => item.kind === name);
  if (!found) throw new Error(`There is no kind of chart "${name}".`);
  const { plugin, item } = found;
  return { draw: guarded(plugin, `the chart "${name}"`, item.draw), mostSeries: item.mostSeries ?? 1 };
}
