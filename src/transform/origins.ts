import type { Element, ElementData, Root } from "hast";
import { visit } from "../model/visit.ts";
import type { SourceOrigin } from "../model/origin.ts";
import type { JoinedText } from "../model/source.ts";

/** Every element remembers where it was written, whatever becomes of it: what is found in finished files leads back. */
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
