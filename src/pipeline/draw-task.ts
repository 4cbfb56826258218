import { drawChart } from "../charts/draw.ts";
import type { ChartLook } from "../charts/look.ts";
import type { Part } from "../charts/marks.ts";
import type { SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Outcome } from "../model/outcome.ts";
import { letteringOf } from "../template/chart-look.ts";

/** A chart as another process is told of it: without functions. */
export interface DrawTask {
  readonly spec: Part;
  readonly look: Omit<ChartLook, "regular" | "strong">;
  readonly location: SourceLocation;
}

/** What the process that draws does. */
export function drawTask(task: unknown): Promise<Outcome<string>> {
  const { spec, look, location } = task as DrawTask;
  return drawChart(spec, { ...look, ...letteringOf(look.fonts, look.family) }, location);
}
