import type { Root } from "mdast";
import { visit } from "../model/visit.ts";

/** A definition of several paragraphs is not one run of text, also where no empty line stands before it. */
export function spreadDefinitions(tree: Root): void {
  visit(tree, (node) => {
    if (node.type !== "defListDescription") return;
    if (node.children.filter(({ type }) => type === "paragraph").length > 1) node.spread = true;
  });
}
