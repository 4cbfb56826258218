import type { ChartKindRule } from "../config/chart-block.ts";
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

interface Kind extends Omit<ChartKindRule, "kind"> {
  /** Builds a Vega-Lite specification. */
  readonly draw: Draw;
  /** How many series of it can be distinguished. */
  readonly mostSeries: number;
}

/** Every kind of chart, by its name in a `chart` block. */
export const kinds = {
  line: { draw: drawLines, mostSeries: 5, byPosition: true },
  area: { draw: drawAreas, mostSeries: 4 },
  bar: { draw: drawBars, mostSeries: 1 },
  "grouped bar": { draw: drawBars, mostSeries: 4 },
  "stacked bar": { draw: drawBars, mostSeries: 4 },
  dot: { draw: drawDots, mostSeries: 5, byPosition: true, unordered: true },
} as const satisfies Readonly<Record<string, Kind>>;

export type ChartKind = keyof typeof kinds;

export const chartKinds = Object.keys(kinds) as readonly ChartKind[];

/** Lists the kinds with what each allows, with those of plug-ins. */
export function kindRules(): ChartKindRule[] {
  const own = chartKinds.map((kind) => ({ kind, ...kinds[kind] }));
  return [...own, ...fromPlugins("charts").map(({ item: { kind } }) => ({ kind }))];
}

/** Returns how a kind is drawn, including kinds from plug-ins. */
export function kindOf(name: string): Kind {
  if (Object.hasOwn(kinds, name)) return kinds[name as ChartKind];
  const found = fromPlugins("charts").find(({ item }) => item.kind === name);
  if (!found) throw new Error(`There is no kind of chart "${name}".`);
  const { plugin, item } = found;
  return { draw: guarded(plugin, `the chart "${name}"`, item.draw), mostSeries: item.mostSeries ?? 1 };
}
