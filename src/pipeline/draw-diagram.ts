import type { Diagram, DrawnDiagram } from "../charts/diagrams/diagram.ts";
import { drawMermaid } from "../charts/diagrams/draw-mermaid.ts";
import { mermaidScripts } from "../charts/diagrams/mermaid-page.ts";
import { refuse } from "../charts/diagrams/refuse.ts";
import type { ChartLook } from "../charts/look.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { limits } from "../model/limits.ts";
import { packageFile } from "../model/optional-package.ts";
import { fail, type Outcome } from "../model/outcome.ts";
import { WorkerStopped } from "../model/worker.ts";
import type { World } from "../model/world.ts";
import type { DiagramTask } from "./draw-task.ts";
import type { OpenBrowser } from "../model/browser.ts";

/** Draws a diagram with the program for its language, in a place where it can be stopped. */
export function drawDiagram(
  world: World,
  open: OpenBrowser,
  diagram: Diagram,
  look: ChartLook,
): Promise<Outcome<DrawnDiagram>> {
  return diagram.language === "dot" ? byGraphviz(world, diagram, look) : byMermaid(world, open, diagram, look);
}

async function byGraphviz(
  { workers }: World,
  diagram: Diagram,
  { regular: _regular, strong: _strong, ...look }: ChartLook,
): Promise<Outcome<DrawnDiagram>> {
  const task: DiagramTask = { diagram, look };
  try {
    const bounds = { time: limits.diagramTime, memory: limits.diagramMemory };
    return (await workers.run("chart-worker", task, bounds)) as Outcome<DrawnDiagram>;
  } catch (error) {
    if (!(error instanceof WorkerStopped)) throw error;
    return refuse(diagram, error.message);
  }
}

async function byMermaid(
  { disk }: World,
  open: OpenBrowser,
  diagram: Diagram,
  look: ChartLook,
): Promise<Outcome<DrawnDiagram>> {
  const place = { file: diagram.file, position: { start: { line: diagram.line - 1, column: 1 } } };
  const library = packageFile("mermaid/dist/mermaid.min.js");
  const mermaid = library === undefined ? undefined : await disk.read(library).catch(() => undefined);
  if (!mermaid) {
    const message = "Mermaid, which draws this diagram, is not installed.";
    return fail(diagnostic("diagramTool", message, "Run: npm install mermaid", place));
  }
  const ours = await Promise.all(mermaidScripts.map((path) => disk.read(path)));
  const browser = await open();
  if (!browser.ok) {
    const message = "There is no browser to draw this diagram with.";
    return fail(diagnostic("diagramTool", message, "Run offprint doctor: it says how to get one.", place));
  }
  const scripts = [mermaid, ...ours].map((bytes) => `${new TextDecoder().decode(bytes)}\n;undefined`);
  return drawMermaid(diagram, look, { browser: browser.value, scripts });
}
