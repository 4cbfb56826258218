import type { ElementContent } from "hast";
import { isElement, make } from "../hast.ts";

/** A web address, or a DOI (ISO 26324), without the punctuation that follows it. */
const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:)\]]|doi:\s?10\.\d{4,9}\/[^\s<>"]*[^\s<>".,;:)\]])/i;

/** Addresses become links, except in what is one already. */
export function linkAddresses(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (isElement(node)) return [node.tagName === "a" ? node : { ...node, children: linkAddresses(node.children) }];
    if (node.type !== "text") return [node];
    return node.value.split(address).flatMap((piece, index): ElementContent[] => {
      if (index % 2 === 1) return [make("a", { href: piece.replace(/^doi:\s?/i, "https://doi.org/") }, piece)];
      return piece === "" ? [] : [{ type: "text", value: piece }];
    });
  });
}
