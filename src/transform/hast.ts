import type { Element, ElementContent, ElementData, Root } from "hast";
import { visit } from "unist-util-visit";

export { textOf } from "../model/text-of.ts";

// Small words for hast, so that the transforms read as what they do.

export function isElement(node: { readonly type: string } | undefined, ...names: readonly string[]): node is Element {
  return node?.type === "element" && (names.length === 0 || names.includes((node as Element).tagName));
}

export function isBlank(node: ElementContent | { readonly type: string; readonly value?: string }): boolean {
  return node.type === "comment" || (node.type === "text" && ((node as { value?: string }).value ?? "").trim() === "");
}

export function classesOf(element: Element): readonly string[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

export function addClass(element: Element, ...names: readonly string[]): void {
  element.properties.className = [...new Set([...classesOf(element), ...names])];
}

/** The ids of everything that has one. */
export function idsIn(trees: Iterable<Root>): Set<string> {
  const ids = new Set<string>();
  for (const tree of trees) {
    visit(tree, "element", ({ properties: { id } }) => void (id !== undefined && ids.add(String(id))));
  }
  return ids;
}

/** Say of an element what it is, beside what is said of it already. */
export function setData(element: Element, data: Partial<ElementData>): void {
  element.data = { ...element.data, ...data } as ElementData;
}
