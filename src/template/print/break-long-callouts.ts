import type { Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/** Characters; a third of a page of a handout. Kept whole, a longer callout leaves a hole of up to its own height. */
const long = 700;

/** A long callout may go on to the next page; all others stay whole. */
export function breakLongCallouts(tree: Root): void {
  visit(tree, "element", (node) => {
    const { className } = node.properties;
    if (!Array.isArray(className) || !className.includes("callout") || toString(node).length <= long) return;
    node.properties.className = [...className, "long"];
  });
}
