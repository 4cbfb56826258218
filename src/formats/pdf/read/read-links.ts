import { decodeAddress } from "../../../model/address.ts";
import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { SKIP, visit } from "../../../model/visit.ts";

/** A link of a document, with its name. */
export interface Link {
  /** `#id`, decoded, or a normalised address. */
  readonly target: string;
  /** The accessible name: its label, otherwise its text and alternative texts. */
  readonly text: string;
}

/** Returns the visible links of a document, in order. */
export function readLinks(root: Root): Link[] {
  const links: Link[] = [];
  visit(root, "element", (node) => {
    if (node.properties["hidden"]) return SKIP;
    const { href, ariaLabel } = node.properties;
    if (node.tagName !== "a" || typeof href !== "string") return undefined;
    const text = ariaLabel ? String(ariaLabel) : `${toString(node)} ${pictureTexts(node)}`;
    links.push({ target: settle(href), text: text.replaceAll(/\s+/g, " ").trim() });
    return undefined;
  });
  return links;
}

function pictureTexts(link: Element): string {
  const texts: string[] = [];
  visit(link, "element", ({ properties }) => void (properties["alt"] && texts.push(String(properties["alt"]))));
  return texts.join(" ");
}

/** Returns the address as the browser writes it into an annotation (https://url.spec.whatwg.org/#url-serializing). */
function settle(href: string): string {
  if (href.startsWith("#")) return decodeAddress(href);
  return URL.canParse(href) ? new URL(href).href : href;
}
