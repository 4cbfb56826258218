import type { Diagram } from "../charts/diagrams/diagram.ts";
import type { ChartLook } from "../charts/look.ts";
import type { Part } from "../charts/marks.ts";
import type { SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Outcome } from "../model/outcome.ts";
import { letteringOf } from "../template/chart-look.ts";

/** A chart to draw in another process: without functions. */
export interface DrawTask {
  readonly spec: Part;
  readonly look: Omit<ChartLook, "regular" | "strong">;
  readonly location: SourceLocation;
}

/** A diagram to draw in another process. */
export interface DiagramTask {
  readonly diagram: Diagram;
  readonly look: DrawTask["look"];
}

/** Runs a task of the drawing process. */
export async function drawTask(task: unknown): Promise<Outcome<unknown>> {
  const { look: sentLook, ...what } = task as DrawTask | DiagramTask;
  const look = { ...sentLook, ...letteringOf(sentLook.fonts, sentLook.family, sentLook.writing) };
  if ("diagram" in what) return (await import("../charts/diagrams/draw-dot.ts")).drawDot(what.diagram, look);
  return (await import("../charts/draw.ts")).drawChart(what.spec, look, what.location);
}
