import type { Root } from "hast";
import { SKIP, visit } from "../../../model/visit.ts";
import { breakAddress, isOutside, saysAddress, shownAddress } from "../../../template/shown-address.ts";

/** Gives links whose text is their address the line ends of an address. Those in tables are as narrow as may be. */
export function breakAddresses(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "table") return SKIP;
    const { href } = node.properties;
    if (node.tagName !== "a" || !isOutside(href)) return undefined;
    const [words, ...others] = node.children;
    if (words?.type !== "text" || others.length > 0 || !saysAddress(words.value, shownAddress(href))) return undefined;
    node.children = breakAddress(words.value);
    return SKIP;
  });
}
