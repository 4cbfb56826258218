import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/** A link to what the edition does not show is plain text. */
export function unlinkMissing(trees: readonly Root[], ids: ReadonlySet<string>): void {
  for (const tree of trees) {
    visit(tree, "element", (node: Element) => {
      const { href } = node.properties;
      if (node.tagName !== "a" || typeof href !== "string" || !href.startsWith("#") || ids.has(href.slice(1))) return;
      node.tagName = "span";
      node.properties = {};
    });
  }
}
