import type { Outcome } from "../../model/outcome.ts";
import type { ChartLook } from "../look.ts";

export type DiagramLanguage = "mermaid" | "dot";

/** The source of a diagram, and where it stands. */
export interface Diagram {
  readonly language: DiagramLanguage;
  readonly source: string;
  /** As the author names it. */
  readonly file: string;
  /** The author's line with which the source begins. */
  readonly line: number;
}

/** A thing that a diagram shows, by the words that stand in it. */
export interface DiagramNode {
  readonly id: string;
  readonly label: string;
}

/** What a diagram joins. */
export interface Graph {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string }[];
  readonly groups: readonly { readonly label: string; readonly members: readonly string[] }[];
  readonly isDirected: boolean;
}

export interface DrawnDiagram {
  /** Words as outlines, with a dark scheme where its colours are the template's. */
  readonly svg: string;
  readonly graph: Graph;
  /** The words in it, in the order in which they are drawn. */
  readonly words: readonly string[];
}

export type DrawDiagram = (diagram: Diagram, look: ChartLook) => Promise<Outcome<DrawnDiagram>>;

/** Languages of fenced blocks (also Kroki's and Sphinx's names of Graphviz's). */
export const diagramLanguages: ReadonlyMap<string, DiagramLanguage> = new Map([
  ["mermaid", "mermaid"],
  ["dot", "dot"],
  ["graphviz", "dot"],
]);
