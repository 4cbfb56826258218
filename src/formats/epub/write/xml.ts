import type { Element, Root, RootContent } from "xast";
import { toXml } from "xast-util-to-xml";
import { legalXml } from "../../../model/xml.ts";

/** HTML void elements; all others keep their end tag, for readers that parse XHTML as HTML. */
const voidElements = "area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr";

/** A void element as `toXml` writes it: neither text nor attribute values contain "<". */
const emptyVoid = new RegExp(String.raw`<(${voidElements})((?: [^\s"=<>]+="[^"<]*")*)></\1>`, "g");

/** The named entities of XML, for readers that do not support numeric ones. */
const named: Readonly<Record<string, string>> = { "&#x26;": "&amp;", "&#x3C;": "&lt;", "&#x22;": "&quot;" };

/** Serialises a document as UTF-8, with the XML declaration first. */
export function serialise(tree: Root): Uint8Array {
  const declared = tree.children.some((node) => node.type === "instruction" && node.name === "xml");
  const xml = legalXml(toXml(tree))
    .replaceAll(emptyVoid, "<$1$2/>")
    .replaceAll(/&#x(?:26|3C|22);/g, (code) => named[code] ?? code);
  return new TextEncoder().encode(`${declared ? "" : '<?xml version="1.0" encoding="utf-8"?>'}${xml}\n`);
}

/** Returns every element of a tree, in document order. */
export function elementsOf(node: Root | Element): Element[] {
  const children: readonly RootContent[] = node.children;
  return children.flatMap((child) => (child.type === "element" ? [child, ...elementsOf(child)] : []));
}
