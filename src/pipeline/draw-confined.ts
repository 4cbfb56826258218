import type { ChartLook } from "../charts/look.ts";
import type { Part } from "../charts/marks.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import { limits } from "../model/limits.ts";
import { fail, type Outcome } from "../model/outcome.ts";
import { WorkerStopped } from "../model/worker.ts";
import type { World } from "../model/world.ts";
import type { DrawTask } from "./draw-task.ts";

/**
 * Draws a chart in a separate process, which is ended at a limit. A Vega expression can ask for any number of items
 * (`sequence(0, 1e9)`) and a regular expression for any time; neither can be seen in the specification.
 */
export async function drawConfined(
  { workers }: World,
  spec: Part,
  { regular: _regular, strong: _strong, ...look }: ChartLook,
  location: SourceLocation,
): Promise<Outcome<string>> {
  const task: DrawTask = { spec, look, location };
  try {
    const bounds = { time: limits.chartTime, memory: limits.chartMemory };
    return (await workers.run("chart-worker", task, bounds)) as Outcome<string>;
  } catch (error) {
    if (!(error instanceof WorkerStopped)) throw error;
    const most = error.met === "time" ? `${limits.chartTime / 1000} seconds` : `${limits.chartMemory / 2 ** 20} MiB`;
    const message = `Drawing this chart was stopped: ${error.message} (${most}).`;
    return fail(diagnostic("chartDrawn", message, "Ask for fewer values, marks, steps or ticks.", location));
  }
}
