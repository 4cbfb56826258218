import type { Root } from "hast";
import { visit } from "unist-util-visit";

/** Paper cannot be unfolded: `details` lie open, their summary a paragraph above the rest. */
export function openDetails(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "details") {
      const { open: _, ...properties } = node.properties;
      node.tagName = "div";
      node.properties = { ...properties, className: ["details"] };
    }
    if (node.tagName === "summary") {
      node.tagName = "p";
      node.properties.className = ["summary"];
    }
  });
}
