import type { Code } from "mdast";
import { type FencedBlock } from "./fenced-block.ts";
import { codeNode } from "./code-node.ts";

/** Languages of fenced blocks that are drawn as diagrams. */
const diagrams = new Set(["mermaid", "dot", "graphviz"]);

export function isDiagram(language: string): boolean {
  return diagrams.has(language.toLowerCase());
}

/** Creates a diagram with the caption and description from its attributes, whose names vary between tools. */
export function diagramNode(
  block: Pick<FencedBlock, "body" | "lines">,
  language: string,
  id: string | undefined,
  options: ReadonlyMap<string, string>,
): Code {
  const caption = options.get("caption") ?? options.get("fig-cap") ?? options.get("title");
  const alt = options.get("alt") ?? options.get("fig-alt");
  const diagram = { id, caption, alt, line: block.body[0]?.line };
  return { ...codeNode(block, language.toLowerCase()), data: { diagram } as object };
}
