import type { Root } from "hast";
import { visit } from "../model/visit.ts";
import { leastWidth } from "./table-width.ts";
import { addClass } from "../model/hast.ts";

/** Characters of the table's type in a line of a handout. */
const handoutMeasure = 80;

/**
 * A table whose longest words do not fit beside each other would make the browser shrink the whole document, or break
 * words. It is marked, for the style sheet to set it smaller. `measure`: characters to a line.
 */
export function markDenseTables(tree: Root, measure = handoutMeasure): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "table" && leastWidth(node) > measure) addClass(node, "dense");
  });
}
