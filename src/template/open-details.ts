import type { Element, Root } from "hast";
import { visit } from "../model/visit.ts";
import { classesOf } from "../model/hast.ts";

/**
 * Unfolds `details` for media without interaction: the summary becomes a paragraph above the content. Restricted to
 * `className` if given.
 */
export function openDetails(tree: Root | Element, className?: string): void {
  visit(tree, "element", (node) => {
    const classes = classesOf(node);
    if (node.tagName !== "details" || (className !== undefined && !classes.includes(className))) return;
    const { open: _, ...properties } = node.properties;
    node.tagName = "div";
    node.properties = { ...properties, className: ["details", ...classes] };
    for (const child of node.children) {
      if (child.type !== "element" || child.tagName !== "summary") continue;
      child.tagName = "p";
      child.properties["className"] = ["summary"];
    }
  });
}
