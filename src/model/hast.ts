import type { Element, ElementData, Nodes, Parents, Root } from "hast";
import { visit } from "./visit.ts";

// Small helpers for hast.

export function isElement(node: { readonly type: string } | undefined, ...names: readonly string[]): node is Element {
  return node?.type === "element" && (names.length === 0 || names.includes((node as Element).tagName));
}

/** Reports whether a node is white space between blocks, or a comment. */
export function isBlank(node: { readonly type: string; readonly value?: string }): boolean {
  return node.type === "comment" || (node.type === "text" && (node.value ?? "").trim() === "");
}

export function elementsIn({ children }: Parents): Element[] {
  return (children as readonly Nodes[]).filter((child) => child.type === "element");
}

export function classesOf(element: Element): readonly string[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

export function hasClass(node: { readonly type: string } | undefined, name: string): boolean {
  return isElement(node) && classesOf(node).includes(name);
}

export function addClass(element: Element, ...names: readonly string[]): void {
  element.properties.className = [...new Set([...classesOf(element), ...names])];
}

/** Returns all ids in the trees. */
export function idsIn(trees: Iterable<Root | Element>): Set<string> {
  const ids = new Set<string>();
  for (const tree of trees) {
    visit(tree, "element", ({ properties: { id } }) => void (id !== undefined && ids.add(String(id))));
  }
  return ids;
}

/** Adds data to an element, next to the data that it has. */
export function setData(element: Element, data: Partial<ElementData>): void {
  element.data = { ...element.data, ...data } as ElementData;
}
