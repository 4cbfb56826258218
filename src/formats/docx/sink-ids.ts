import type { Element, Root } from "hast";
import { h } from "hastscript";
import { visit } from "../../model/visit.ts";

const lines = new Set("p h1 h2 h3 h4 h5 h6 figcaption caption li dt td th".split(" "));
const containers = new Set("div section figure table ul ol dl blockquote aside details tr thead tbody".split(" "));

/** Moves the id of a block that contains blocks to its first line: Word bookmarks are in paragraphs. */
export function sinkIds(tree: Root): void {
  visit(tree, "element", (node) => {
    const { id } = node.properties;
    if (!containers.has(node.tagName) || id === undefined) return;
    delete node.properties.id;
    (firstLine(node) ?? node).children.unshift(h("span", { id }));
  });
}

function firstLine(node: Element): Element | undefined {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const found = lines.has(child.tagName) ? child : firstLine(child);
    if (found) return found;
  }
  return undefined;
}
