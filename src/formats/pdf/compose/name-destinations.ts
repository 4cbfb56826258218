import type { Element, Root } from "hast";
import { visit } from "../../../model/visit.ts";

/**
 * Returns a hidden block with a link to every id. The browser writes a named destination for each link target, hidden
 * or not, and the destinations tell the position of each id.
 */
export function nameDestinations(tree: Root, more: readonly string[]): Element {
  const ids = [...more];
  visit(tree, "element", (node) => {
    const { id } = node.properties;
    if (typeof id === "string" && id !== "") ids.push(id);
  });
  const links = ids.map((id): Element => ({
    type: "element",
    tagName: "a",
    properties: { href: `#${encodeURIComponent(id)}` },
    children: [],
  }));
  return { type: "element", tagName: "div", properties: { hidden: true }, children: links };
}
