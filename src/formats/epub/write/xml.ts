import type { Element, Root, RootContent } from "xast";
import { toXml } from "xast-util-to-xml";
import { legalXml } from "../../../model/xml.ts";

/** HTML elements that have no content; all others keep their end tag, for readers that parse XHTML as HTML. */
const voidElements = "area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr";

/** One of them without content: in what `toXml` writes, no text and no attribute has a "<" or ends such a tag early. */
const emptyVoid = new RegExp(String.raw`<(${voidElements})((?: [^\s"=<>]+="[^"<]*")*)></\1>`, "g");

/** The names that XML has, which readers know that know no numbers. */
const named: Readonly<Record<string, string>> = { "&#x26;": "&amp;", "&#x3C;": "&lt;", "&#x22;": "&quot;" };

/** A document as UTF-8, its XML declaration first. */
export function serialise(tree: Root): Uint8Array {
  const declared = tree.children.some((node) => node.type === "instruction" && node.name === "xml");
  const xml = legalXml(toXml(tree))
    .replaceAll(emptyVoid, "<$1$2/>")
    .replaceAll(/&#x(?:26|3C|22);/g, (code) => named[code] ?? code);
  return new TextEncoder().encode(`${declared ? "" : '<?xml version="1.0" encoding="utf-8"?>'}${xml}\n`);
}

/** Every element of a tree, in document order. */
export function elementsOf(node: Root | Element): Element[] {
  const children: readonly RootContent[] = node.children;
  return children.flatMap((child) => (child.type === "element" ? [child, ...elementsOf(child)] : []));
}
