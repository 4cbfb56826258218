import type { Element, Root } from "hast";
import { visit } from "../../../model/visit.ts";

/**
 * A block that is not shown, with a link to every id. The browser writes a named destination for each id that a link
 * leads to, hidden or not, and the destinations tell on which page each id stands.
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
