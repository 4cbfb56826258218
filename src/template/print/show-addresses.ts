import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";

/**
 * Where a link leads is said in the text after it, once for each address, because paper cannot be clicked. It is real
 * text: what style sheets add is not heard. Headings stay as they are.
 */
export function showAddresses(tree: Root): void {
  const shown = new Set<string>();
  visit(tree, "element", (node, index, parent) => {
    if (/^h[1-6]$/.test(node.tagName)) return SKIP;
    const { href } = node.properties;
    if (node.tagName !== "a" || typeof href !== "string" || !parent || index === undefined) return undefined;
    if (!/^(?:https?|mailto|tel):/i.test(href)) return undefined;
    const address = shownAddress(href);
    if (shown.has(address)) return undefined;
    shown.add(address);
    if (sameAddress(toString(node), address)) return undefined;
    const children: ElementContent[] = [
      text(" ("),
      element("span", { className: ["address"], dir: "ltr" }, breakable(address)),
      text(")"),
    ];
    parent.children.splice(index + 1, 0, ...children);
    return [SKIP, index + 1 + children.length];
  });
}

/** An address as a person would type it: without its protocol and without a slash that means nothing. */
export function shownAddress(href: string): string {
  const bare = href.replace(/^(?:https?:\/\/|mailto:|tel:)/i, "").replace(/^([^?#]*)\/$/, "$1");
  try {
    return decodeURI(bare);
  } catch {
    return bare;
  }
}

function sameAddress(words: string, address: string): boolean {
  const plain = (written: string): string =>
    shownAddress(written.trim())
      .replace(/^www\./i, "")
      .replace(/^doi:\s*/i, "doi.org/")
      .toLowerCase();
  return plain(words) === plain(address);
}

/** Places to break, before each part of an address: no hyphen is put in that could be mistaken for one of its own. */
function breakable(address: string): ElementContent[] {
  const parts = address.split(/(?=[/?#&=.~_%-])|(?<=[@:])/);
  return parts.flatMap((part, index) => (index === 0 ? [text(part)] : [element("wbr", {}, []), text(part)]));
}

function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
