import type { Element, ElementData, Root } from "hast";
import { visit } from "../model/visit.ts";
import type { SourceOrigin } from "../model/origin.ts";
import type { JoinedText } from "../model/source.ts";

/** Stores the source position of every element, so that findings in finished files can be traced back. */
export function rememberOrigins(tree: Root | Element, source: JoinedText): void {
  visit(tree, "element", (node) => {
    if (!node.position) return;
    const { file, position } = source.locate(node.position);
    if (!position) return;
    const { line, column } = position.start;
    const origin: SourceOrigin = { file: file.shown, line, column };
    node.data = { ...node.data, origin } as ElementData;
  });
}
