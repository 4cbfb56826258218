import type { Element, ElementContent } from "hast";

export function elementsIn(element: Element): Element[] {
  return element.children.filter((child): child is Element => child.type === "element");
}

/** White space between blocks, or a comment. */
export function isBlank(node: ElementContent): boolean {
  return node.type === "comment" || (node.type === "text" && node.value.trim() === "");
}
