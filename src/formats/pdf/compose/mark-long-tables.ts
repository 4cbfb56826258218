import type { Element, Root } from "hast";
import { visit } from "../../../model/visit.ts";
import { addClass, elementsIn, hasClass } from "../../../model/hast.ts";

/** The highest number of body rows of a table that is kept whole. */
const most = 15;

/**
 * Marks tables that may break across pages, for the style sheet and the footnote layout: those of sources, and those so
 * long that a whole one would leave too large a gap.
 */
export function markLongTables(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "table" && (hasClass(node, "sources") || rowsOf(node).length > most)) addClass(node, "long");
  });
}

/** Returns a table's body rows. */
export function rowsOf(table: Element): Element[] {
  return elementsIn(table).flatMap((part) => (part.tagName === "tbody" ? elementsIn(part) : []));
}
