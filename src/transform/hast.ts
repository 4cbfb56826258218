import type { Element, ElementContent, Nodes, Properties } from "hast";

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

/** The words of an element as they are read out: an image by its alternative text, a formula by its TeX, no references to notes. */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "root") return node.children.map(textOf).join("");
  if (node.type !== "element" || isNoteReference(node)) return "";
  if (node.tagName === "math") return String(node.properties["alttext"]);
  return node.tagName === "img" ? String(node.properties["alt"] ?? "") : node.children.map(textOf).join("");
}

/** As remark-rehype marks it, or as the notes transform does. */
function isNoteReference({ properties }: Element): boolean {
  return "dataFootnoteRef" in properties || properties["role"] === "doc-noteref";
}

export function make(
  tagName: string,
  properties: Properties,
  ...children: readonly (ElementContent | string)[]
): Element {
  const content = children.map((child): ElementContent =>
    typeof child === "string" ? { type: "text", value: child } : child,
  );
  return { type: "element", tagName, properties, children: content };
}
