import type { Browser } from "../../model/browser.ts";
import { limits } from "../../model/limits.ts";
import { type Outcome, succeed } from "../../model/outcome.ts";
import { type ChartLook, labelSize } from "../look.ts";
import { textToPaths } from "../text-to-paths.ts";
import type { Diagram, DrawnDiagram } from "./diagram.ts";
import { cleanMermaid, hasOwnColours } from "./mermaid-source.ts";
import { mermaidTheme } from "./mermaid-theme.ts";
import { refuse } from "./refuse.ts";
import { writeFlat, type FlatDrawing } from "./write-flat.ts";

/** A browser, and the scripts to run in it: Mermaid and its caller. */
export interface MermaidTools {
  readonly browser: Browser;
  readonly scripts: readonly string[];
}

type Answer =
  | (FlatDrawing & {
      readonly graph: {
        readonly nodes: readonly { readonly id: string; readonly label: string; readonly group?: string }[];
        readonly groups: readonly { readonly id: string; readonly label: string }[];
        readonly edges: DrawnDiagram["graph"]["edges"];
      };
    })
  | { readonly failure: string; readonly line?: number };

/** Draws with Mermaid in strict mode, in a browser without network, with text measured in the template's font. */
export async function drawMermaid(
  diagram: Diagram,
  look: ChartLook,
  { browser, scripts }: MermaidTools,
): Promise<Outcome<DrawnDiagram>> {
  const { text, lines } = cleanMermaid(diagram.source);
  if (text.length > limits.diagramSource)
    return refuse(diagram, `its source has more than ${limits.diagramSource} characters`);
  const isColoured = hasOwnColours(text);
  const task = {
    source: text,
    schemes: (isColoured ? (["light"] as const) : (["light", "dark"] as const)).map((scheme) =>
      mermaidTheme(look, scheme),
    ),
    settings: {
      fontFamily: `"${look.family}"`,
      fontSize: labelSize,
      maxTextSize: limits.diagramSource,
      maxEdges: limits.diagramEdges,
    },
  };
  let answer: Answer;
  try {
    const call = `drawDiagram(${JSON.stringify(task)})`;
    answer = (await browser.evaluate(pageWith(look), [...scripts, call], limits.diagramTime)) as Answer;
  } catch (error) {
    return refuse(diagram, error instanceof Error ? error.message : String(error));
  }
  if ("failure" in answer) {
    // Mermaid counts lines after the front matter.
    const { reason, line } = reasonOf(answer.failure, answer.line);
    return refuse(diagram, reason, line === undefined ? lines[0] : (lines[line - 1] ?? lines.at(-1)));
  }
  const flat = writeFlat(answer, look);
  if (flat.svg.length > limits.chartText)
    return refuse(diagram, `it has more than ${limits.chartText} characters of SVG`);
  const { nodes, edges, groups } = answer.graph;
  const members = (id: string) => nodes.filter(({ group }) => group === id).map((node) => node.id);
  const graph = {
    nodes,
    edges,
    groups: groups.map(({ id, label }) => ({ label, members: members(id) })),
    isDirected: true,
  };
  return succeed({ svg: textToPaths(flat.svg, look), graph, words: flat.words });
}

/** Returns a page without text, with the template's fonts. */
function pageWith({ fonts }: ChartLook): string {
  const faces = fonts.map(({ family, weight, style, unicodeRange, bytes }) => {
    const address = `data:font/woff2;base64,${Buffer.from(bytes).toString("base64")}`;
    const range = unicodeRange === "" ? "" : `unicode-range:${unicodeRange};`;
    return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};${range}src:url(${address})}`;
  });
  return `<!doctype html><meta charset="utf-8"><title>-</title><style>${faces.join("")}</style>`;
}

/** Returns what of Mermaid's message helps authors: its first line, and the unexpected token. */
function reasonOf(
  failure: string,
  line: number | undefined,
): { readonly reason: string; readonly line: number | undefined } {
  const [first = "", ...rest] = failure.split("\n");
  const [, got] = /got '?([^'\n]+)'?$/.exec(failure) ?? [];
  const near = rest[0]?.replace(/^\.\.\./, "").trim();
  if (/^(?:Parse|Lexical) error/.test(first)) {
    const what = near === undefined || near === "" ? "" : ` at "${near.slice(-60)}"`;
    return {
      reason: `a mistake in its language${what}${got === undefined || /^\d+$/.test(got) ? "" : ` (${got})`}`,
      line,
    };
  }
  if (first.startsWith("No diagram type detected"))
    return { reason: "its first line does not name a kind of diagram", line };
  return { reason: first.slice(0, 300), line };
}
