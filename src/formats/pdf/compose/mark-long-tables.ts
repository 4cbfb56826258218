import type { Element, Root } from "hast";
import { visit } from "../../../model/visit.ts";
import { addClass, elementsIn, hasClass } from "../../../model/hast.ts";

/** Rows below the head. */
const most = 15;

/**
 * A longer table, and one of sources, may go on to the next page, under its head; kept whole it would leave too large a
 * hole. It is marked, for the style sheet and for the feet of pages.
 */
export function markLongTables(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "table" && (hasClass(node, "sources") || rowsOf(node).length > most)) addClass(node, "long");
  });
}

/** The rows below the head of a table. */
export function rowsOf(table: Element): Element[] {
  return elementsIn(table).flatMap((part) => (part.tagName === "tbody" ? elementsIn(part) : []));
}
