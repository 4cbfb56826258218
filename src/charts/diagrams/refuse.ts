import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { fail } from "../../model/outcome.ts";
import type { Diagram } from "./diagram.ts";

const programs = { mermaid: "Mermaid", dot: "Graphviz" };

/** Returns why a diagram cannot be drawn, at a line of its source, counted from 1. */
export function refuse({ language, file, line: first }: Diagram, reason: string, line = 1) {
  const message = `${programs[language]} cannot draw this diagram: ${reason.replace(/\.$/, "")}.`;
  const hint =
    language === "mermaid"
      ? "Try it at https://mermaid.live."
      : "Its language: https://graphviz.org/doc/info/lang.html.";
  return fail(
    diagnostic("diagramDrawn", message, hint, { file, position: { start: { line: first + line - 1, column: 1 } } }),
  );
}
