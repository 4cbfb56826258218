import type { ElementContent } from "hast";
import { doiAddress, toValidAddress } from "../../model/address.ts";
import { isElement, make } from "../hast.ts";

/** A web address, or a DOI (ISO 26324), without the punctuation that follows it. */
const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:)\]]|doi:\s?10\.\d{4,9}\/[^\s<>"]*[^\s<>".,;:)\]])/i;

/** Addresses become links, except in what is one already. */
export function linkAddresses(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (isElement(node)) return [node.tagName === "a" ? node : { ...node, children: linkAddresses(node.children) }];
    if (node.type !== "text") return [node];
    return node.value.split(address).flatMap((piece, index): ElementContent[] => {
      const href = index % 2 === 1 ? linkTarget(piece) : undefined;
      if (href !== undefined) return [make("a", { href }, piece)];
      return piece === "" ? [] : [{ type: "text", value: piece }];
    });
  });
}

function linkTarget(written: string): string | undefined {
  return /^doi:/i.test(written) ? doiAddress(written.replace(/^doi:\s?/i, "")) : toValidAddress(written);
}
