import { ownId } from "../../../model/own-ids.ts";
import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { h } from "hastscript";
import { textOf } from "../../../model/text-of.ts";
import { SKIP, visit } from "../../../model/visit.ts";
import type { Messages } from "../../../i18n/messages.ts";
import { qrCode } from "./qr-code.ts";
import { showAddresses } from "./show-addresses.ts";
import { isOutside, printAddress, saysAddress, shownAddress } from "../../../template/shown-address.ts";
import { classesOf } from "../../../model/hast.ts";

/** The id of the list. The dot keeps it apart from ids in the text. */
export const linkListId = ownId("links");

/** Sections in which an address is printed with its source instead of in the link list. */
const sourceParts = new Set(["notes", "references", "sources"]);

interface Noted {
  readonly href: string;
  readonly words: string;
  readonly address: string;
}

/**
 * Lists link targets at the end, once per address; a mark such as L1 after each link names the list item. `codes`:
 * whether each item also has a QR code.
 */
export function footnoteLinks(tree: Root, words: Messages, codes: boolean): void {
  const noted = new Map<string, Noted>();
  const shown = new Set<string>();
  visit(tree, "element", (node, index, parent) => {
    if (/^h[1-6]$/.test(node.tagName)) return SKIP;
    if (isSourcePart(node)) {
      showAddresses({ type: "root", children: [node] }, shown);
      return SKIP;
    }
    const { href } = node.properties;
    if (node.tagName !== "a" || !isOutside(href) || !parent || index === undefined) return undefined;
    const address = shownAddress(href);
    if (saysAddress(toString(node), address)) return SKIP;
    if (!noted.has(address)) noted.set(address, { href, words: textOf(node).trim(), address });
    const number = [...noted.keys()].indexOf(address) + 1;
    parent.children.splice(index + 1, 0, h("sup", { className: ["link-mark"], dir: "ltr" }, markOf(number)));
    return [SKIP, index + 2];
  });
  if (noted.size === 0) return;
  const before = tree.children.findIndex((node) => node.type === "element" && node.properties.role === "doc-index");
  tree.children.splice(before < 0 ? tree.children.length : before, 0, listOf([...noted.values()], words, codes));
}

function isSourcePart(element: Element): boolean {
  return classesOf(element).some((name) => sourceParts.has(name));
}

/** Returns a mark whose letter distinguishes it from footnote marks. */
function markOf(number: number): string {
  return `L${number}`;
}

function listOf(noted: readonly Noted[], words: Messages, codes: boolean): Element {
  const lines = noted.map(({ href, words: text, address }, index) => {
    const code = codes ? qrCode(href, words) : undefined;
    const link = h("a", { href, ariaLabel: `${text}: ${address}` }, [printAddress(address)]);
    return h("li", [h("span", { className: ["link-mark"] }, markOf(index + 1)), " ", link, ...(code ? [code] : [])]);
  });
  const className = ["link-list", ...(codes ? ["with-codes"] : [])];
  return h("section", { className: ["links"] }, [
    h("h2", { id: linkListId }, words.links),
    h("ul", { className }, lines),
  ]);
}
