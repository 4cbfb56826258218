import type { Root } from "mdast";
import { visit } from "../model/visit.ts";

/** Lists whose items are a line, or a line and a list below it, are written without blank lines. */
export function tightenLists(tree: Root): void {
  visit(tree, "list", (list) => {
    for (const item of list.children) item.spread = item.children.filter(({ type }) => type !== "list").length > 1;
    list.spread = list.children.some(({ spread }) => spread === true);
  });
}
