import type { Element, ElementContent, Root } from "hast";
import { visit } from "../../../model/visit.ts";

/**
 * Turns definition lists into lists, in which each item is a term with its meanings: the browser does not tag `dl` in
 * PDFs.
 */
export function listDefinitions(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.tagName !== "dl") return;
    node.properties.role = "list";
    node.children = groups(node).map((children) => ({
      type: "element",
      tagName: "div",
      properties: { role: "listitem" },
      children,
    }));
  });
}

/** Returns the groups of a list. Each begins with the terms of a meaning (HTML, 4.4.9); a `div` is a group already. */
function groups(list: Element): ElementContent[][] {
  const found: ElementContent[][] = [];
  let before = "";
  for (const child of list.children.flatMap((entry) => (isGroup(entry) ? entry.children : [entry]))) {
    if (child.type !== "element") continue;
    if (found.length === 0 || (child.tagName === "dt" && before !== "dt")) found.push([]);
    found.at(-1)?.push(child);
    before = child.tagName;
  }
  return found;
}

function isGroup(node: ElementContent): node is Element {
  return node.type === "element" && node.tagName === "div";
}
