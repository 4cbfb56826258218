import type { Element, Root } from "hast";
import { visit } from "../model/visit.ts";
import { leastWidth } from "./table-width.ts";
import { addClass } from "../model/hast.ts";

/**
 * Marks tables whose longest words do not fit side by side, for the style sheet to set them smaller: otherwise the
 * browser would shrink the whole document or break words. `roomOf`: characters of the table's type per line.
 */
export function markDenseTables(tree: Root, roomOf: (table: Element) => number): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "table" && leastWidth(node) > roomOf(node)) addClass(node, "dense");
  });
}
