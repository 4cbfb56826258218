import type { Element, Root } from "xast";
import { fromXml } from "xast-util-from-xml";
import { visit } from "../../model/visit.ts";

/** Parts of a Word document (ECMA-376, part 2) by path. */
export type Parts = Record<string, Uint8Array>;

/** Parses a part; returns `undefined` where it does not exist. */
export function readPart(parts: Parts, path: string): Root | undefined {
  const bytes = parts[path];
  return bytes && fromXml(new TextDecoder().decode(bytes).replaceAll(/<!DOCTYPE[^>]*>/g, ""));
}

export function elementsOf(node: Element | Root | undefined, name?: string): Element[] {
  const children = node?.children ?? [];
  return children.filter(
    (child): child is Element => child.type === "element" && (name === undefined || child.name === name),
  );
}

/** Returns the element at a path of names. */
export function elementAt(node: Element | Root | undefined, ...names: readonly string[]): Element | undefined {
  let here: Element | Root | undefined = node;
  for (const name of names) here = elementsOf(here, name)[0];
  return here?.type === "element" ? here : undefined;
}

/** Returns `w:val` of the element at a path of names. */
export function valueAt(node: Element | Root | undefined, ...names: readonly string[]): string | undefined {
  return elementAt(node, ...names)?.attributes["w:val"] ?? undefined;
}

/** Returns every element with a name, in document order. */
export function allElements(tree: Root | Element, name: string): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (node) => void (node.name === name && found.push(node)));
  return found;
}

/** Returns the text of an element. */
export function textIn(node: Element | Root): string {
  return node.children
    .map((child) => (child.type === "text" ? child.value : child.type === "element" ? textIn(child) : ""))
    .join("");
}
