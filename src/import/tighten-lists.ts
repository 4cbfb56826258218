import type { Root } from "mdast";
import { visit } from "../model/visit.ts";

/** Makes lists tight if their items are one line, or one line with a nested list. */
export function tightenLists(tree: Root): void {
  visit(tree, "list", (list) => {
    for (const item of list.children) item.spread = item.children.filter(({ type }) => type !== "list").length > 1;
    list.spread = list.children.some(({ spread }) => spread === true);
  });
}
