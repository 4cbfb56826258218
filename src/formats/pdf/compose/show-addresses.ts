import type { ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { SKIP, visit } from "../../../model/visit.ts";
import { isOutside, printAddress, saysAddress, shownAddress } from "../../../template/shown-address.ts";

/**
 * Prints each link's address once after its text, because paper cannot be clicked. It is real text, since content from
 * style sheets is not read aloud. Headings stay as they are. `shown`: addresses printed so far.
 */
export function showAddresses(tree: Root, shown = new Set<string>()): void {
  visit(tree, "element", (node, index, parent) => {
    if (/^h[1-6]$/.test(node.tagName)) return SKIP;
    const { href } = node.properties;
    if (node.tagName !== "a" || !isOutside(href) || !parent || index === undefined) return undefined;
    const address = shownAddress(href);
    if (shown.has(address)) return undefined;
    shown.add(address);
    if (saysAddress(toString(node), address)) return undefined;
    const children: ElementContent[] = [text(" ("), printAddress(address), text(")")];
    parent.children.splice(index + 1, 0, ...children);
    return [SKIP, index + 1 + children.length];
  });
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
