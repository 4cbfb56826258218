import type { Element, Parents, Root } from "hast";

/** Returns the path from a tree to the first matching element, both included; empty if there is none. */
export function pathTo(parent: Root | Element, isIt: (node: Element) => boolean): Parents[] {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    if (isIt(child)) return [parent, child];
    const path = pathTo(child, isIt);
    if (path.length > 0) return [parent, ...path];
  }
  return [];
}
