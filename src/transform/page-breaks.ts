import type { Element, ElementContent, Root } from "hast";
import type { RootContent } from "mdast";
import type { LeafDirective } from "mdast-util-directive";
import { addClass, classesOf, isBlank, isElement } from "./hast.ts";

const mark = "page-break";
/** The class with which authors ask for a new page too. */
const asked = "new-page";

/** `::page-break`: what follows begins on a page of its own, where there are pages. */
export function pageBreak(node: LeafDirective): RootContent {
  const data = { hName: "div", hProperties: { className: [mark] } };
  return { type: "blockquote", data, children: [], ...(node.position && { position: node.position }) };
}

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
    if (isElement(child, "div") && classesOf(child).includes(mark) && child.children.every(isBlank)) {
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
