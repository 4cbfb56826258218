import type { Element, ElementContent, Root } from "hast";
import { pageBreakMark } from "../directives/page-break.ts";
import { addClass, classesOf, isBlank, isElement } from "./hast.ts";

/** The class with which authors ask for a new page too. */
const asked = "new-page";

/**
 * A page break becomes a class of the block behind it, because an element of its own would be heard. One that has
 * nothing behind it is none.
 */
export function breakPages(tree: Root): void {
  breakIn(tree);
}

/** Whether a break at the end is left for what comes behind the parent. */
function breakIn(parent: Root | Element): boolean {
  let isDue = false;
  const kept: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (isElement(child, "div") && classesOf(child).includes(pageBreakMark) && child.children.every(isBlank)) {
      isDue = true;
      continue;
    }
    if (isDue && isElement(child)) {
      addClass(child, asked);
      isDue = false;
    }
    if (isElement(child)) isDue = breakIn(child) || isDue;
    kept.push(child);
  }
  parent.children = kept;
  return isDue;
}
