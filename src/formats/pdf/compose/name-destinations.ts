import type { Element, Root } from "hast";
import { visit } from "../../../model/visit.ts";

/** Returns all ids of a tree, in order. */
export function idsIn(tree: Root): string[] {
  const ids: string[] = [];
  visit(tree, "element", ({ properties: { id } }) => {
    if (typeof id === "string" && id !== "") ids.push(id);
  });
  return ids;
}

/**
 * Returns a hidden block with a link to every id. The browser writes a named destination for each link target, hidden
 * or not, and the destinations tell the position of each id.
 */
export function nameDestinations(ids: readonly string[]): Element {
  const links = ids.map((id): Element => ({
    type: "element",
    tagName: "a",
    properties: { href: `#${encodeURIComponent(id)}` },
    children: [],
  }));
  return { type: "element", tagName: "div", properties: { hidden: true }, children: links };
}
