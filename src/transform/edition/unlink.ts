import type { Element, Root } from "hast";
import { visit } from "../../model/visit.ts";

/** Turns links to ids that an edition leaves out into plain text. */
export function unlink(trees: readonly Root[], lost: ReadonlySet<string>): void {
  for (const tree of trees) {
    visit(tree, "element", (node: Element) => {
      const { href } = node.properties;
      if (node.tagName !== "a" || typeof href !== "string" || !href.startsWith("#") || !lost.has(href.slice(1))) return;
      node.tagName = "span";
      node.properties = {};
    });
  }
}
