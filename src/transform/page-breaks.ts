import type { Element, ElementContent, Root } from "hast";
import { pageBreakMark } from "../directives/definitions/page-break.ts";
import { addClass, classesOf, isBlank, isElement } from "./hast.ts";

/** Class with which authors can request a new page. */
const newPageClass = "new-page";

/**
 * Turns a page break into a class of the following block, because screen readers would announce a separate element.
 * Drops one that nothing follows.
 */
export function breakPages(tree: Root): void {
  breakIn(tree);
}

/** Processes a parent and reports whether it ends with a break, which then applies to what follows it. */
function breakIn(parent: Root | Element): boolean {
  let isDue = false;
  const remaining: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (isElement(child, "div") && classesOf(child).includes(pageBreakMark) && child.children.every(isBlank)) {
      isDue = true;
      continue;
    }
    if (isDue && isElement(child)) {
      addClass(child, newPageClass);
      isDue = false;
    }
    if (isElement(child)) isDue = breakIn(child) || isDue;
    remaining.push(child);
  }
  parent.children = remaining;
  return isDue;
}
