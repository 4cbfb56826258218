import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { limits } from "../../model/limits.ts";
import { type Outcome, succeed } from "../../model/outcome.ts";
import { addDarkScheme } from "../color-scheme.ts";
import type { ChartLook } from "../look.ts";
import { textToPaths } from "../text-to-paths.ts";
import type { Diagram, DrawnDiagram } from "./diagram.ts";
import { withDefaults, withFillers } from "./dot-source.ts";
import { readDotDrawing } from "./read-dot-drawing.ts";
import { refuse } from "./refuse.ts";

/** Draws with Graphviz in WebAssembly, without disk and network. Call it in a process that can be killed. */
export async function drawDot(diagram: Diagram, look: ChartLook): Promise<Outcome<DrawnDiagram>> {
  const { source } = diagram;
  if (source.length > limits.diagramSource)
    return refuse(diagram, `its source has more than ${limits.diagramSource} characters`);
  boundMemory();
  let svg: string;
  try {
    const graphviz = await Graphviz.load();
    svg = graphviz.dot(withFillers(withDefaults(source), look), "svg");
  } catch (error) {
    const { reason, line } = reasonOf(error);
    return refuse(diagram, reason, line);
  }
  if (!svg.includes("<svg")) return refuse(diagram, "it holds no graph");
  if (svg.length > limits.chartText) return refuse(diagram, `it has more than ${limits.chartText} characters of SVG`);
  const isDirected = !/^\s*(?:strict\s+)?graph\b/im.test(source);
  const { isPlain, ...drawn } = readDotDrawing(svg, look, isDirected);
  const outlined = textToPaths(drawn.svg, look);
  return succeed({ ...drawn, svg: isPlain ? addDarkScheme(outlined, look) : outlined });
}

let isBounded = false;

/** WebAssembly memory is outside the heap whose size Node limits. */
function boundMemory(): void {
  if (isBounded) return;
  isBounded = true;
  const { prototype } = WebAssembly.Memory;
  const grow = Object.getOwnPropertyDescriptor(prototype, "grow")?.value as (
    this: WebAssembly.Memory,
    pages: number,
  ) => number;
  prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * 65_536 > limits.diagramMemory)
      throw new RangeError("it needs too much memory");
    return grow.call(this, pages);
  };
}

function reasonOf(error: unknown): { readonly reason: string; readonly line?: number } {
  const message = error instanceof Error ? error.message : String(error);
  const [, line, near] = /syntax error in line (\d+)(?: near '([^']*)')?/.exec(message) ?? [];
  if (line !== undefined) {
    return { reason: `a mistake in its language${near === undefined ? "" : ` at "${near}"`}`, line: Number(line) };
  }
  if (
    error instanceof RangeError ||
    error instanceof WebAssembly.RuntimeError ||
    /memory|abort|exit\(/i.test(message)
  ) {
    return { reason: "it asks for more than Graphviz can lay out" };
  }
  return { reason: message.trim().split("\n")[0] ?? "" };
}
