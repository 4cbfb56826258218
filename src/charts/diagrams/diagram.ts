import type { Outcome } from "../../model/outcome.ts";
import type { ChartLook } from "../look.ts";

export type DiagramLanguage = "mermaid" | "dot";

/** The source of a diagram, and where it is. */
export interface Diagram {
  readonly language: DiagramLanguage;
  readonly source: string;
  /** The file name for diagnostics. */
  readonly file: string;
  /** The line in the file where the source begins. */
  readonly line: number;
}

/** A node of a diagram, with the words in it. */
export interface DiagramNode {
  readonly id: string;
  readonly label: string;
}

/** The nodes of a diagram and their connections. */
export interface Graph {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string }[];
  readonly groups: readonly { readonly label: string; readonly members: readonly string[] }[];
  readonly isDirected: boolean;
}

export interface DrawnDiagram {
  /** Text as outlines; with a dark scheme if the colours are the template's. */
  readonly svg: string;
  readonly graph: Graph;
  /** The words in it, in drawing order. */
  readonly words: readonly string[];
}

export type DrawDiagram = (diagram: Diagram, look: ChartLook) => Promise<Outcome<DrawnDiagram>>;

/** Languages of fenced blocks, including Kroki's and Sphinx's names for Graphviz's. */
export const diagramLanguages: ReadonlyMap<string, DiagramLanguage> = new Map([
  ["mermaid", "mermaid"],
  ["dot", "dot"],
  ["graphviz", "dot"],
]);
