import type { Element, ElementContent, Root } from "hast";
import { isBlank, isElement } from "../../../model/hast.ts";
import { visit } from "../../../model/visit.ts";

/**
 * Wraps the content between landscape pages in columns of its own: columns cannot continue on pages of another width,
 * and the browser would leave all following content on landscape pages.
 */
export function partColumns(parent: Element | Root, turned: ReadonlySet<Element>): void {
  const flow = (): Element => ({
    type: "element",
    tagName: "div",
    properties: { className: ["column-flow"] },
    children: [],
  });
  let open: Element | undefined;
  const parted: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    const holdsTurned = child.type === "element" && [...turned].some((element) => isWithin(element, child));
    if (holdsTurned) {
      open = undefined;
      if (!turned.has(child)) partColumns(child, turned);
      parted.push(child);
      continue;
    }
    if (!open) parted.push((open = flow()));
    open.children.push(child);
  }
  parent.children = parted.filter((child) => !(isElement(child, "div") && child.children.every(isBlank)));
}

function isWithin(inner: Element, outer: Element): boolean {
  let found = false;
  visit(outer, "element", (node) => void (found ||= node === inner));
  return found;
}
