import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/** Rows below the head. */
const most = 15;

/**
 * A longer table, and one of sources, may go on to the next page, under its head; kept whole it would leave too large a
 * hole. It is marked, for the style sheet and for the feet of pages.
 */
export function markLongTables(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.tagName !== "table") return;
    const { className } = node.properties;
    const classes = Array.isArray(className) ? className : [];
    if (classes.includes("sources") || rowsOf(node).length > most) node.properties.className = [...classes, "long"];
  });
}

/** The rows below the head of a table. */
export function rowsOf(table: Element): Element[] {
  const parts = (parent: Element): Element[] => parent.children.filter((child) => child.type === "element");
  return parts(table).flatMap((part) => (part.tagName === "tbody" ? parts(part) : []));
}
