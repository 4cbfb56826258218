import type { Element, Root } from "hast";
import { visit } from "../model/visit.ts";
import { classesOf } from "../model/hast.ts";

/**
 * What cannot be unfolded lies open: `details` with their summary as a paragraph above the rest. Of `className` only,
 * where one is given.
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
