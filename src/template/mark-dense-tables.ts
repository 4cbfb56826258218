import type { Element, Root } from "hast";
import { visit } from "../model/visit.ts";
import { leastWidth } from "./table-width.ts";
import { addClass } from "../model/hast.ts";

/**
 * A table whose longest words do not fit beside each other would make the browser shrink the whole document, or break
 * words. It is marked, for the style sheet to set it smaller. `roomOf`: characters of the table's type to a line.
 */
export function markDenseTables(tree: Root, roomOf: (table: Element) => number): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "table" && leastWidth(node) > roomOf(node)) addClass(node, "dense");
  });
}
