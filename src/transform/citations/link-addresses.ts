import type { ElementContent } from "hast";
import { h } from "hastscript";
import { doiAddress, toValidAddress } from "../../model/address.ts";
import { escapePattern } from "../whole-words.ts";
import { isElement } from "../hast.ts";

/** A web address, or a DOI (ISO 26324), without trailing punctuation. */
const anyAddress = String.raw`https?:\/\/[^\s<>"]*[^\s<>".,;:)\]]|doi:\s?10\.\d{4,9}\/[^\s<>"]*[^\s<>".,;:)\]]`;

/** Returns a pattern for addresses; `known` addresses of works may end in any character. */
export function addressPattern(known: readonly (string | undefined)[] = []): RegExp {
  const own = known
    .filter((address) => address !== undefined && /^(?:https?:\/\/|10\.)./i.test(address))
    .map((address) => {
      const literal = escapePattern(address ?? "");
      return address?.startsWith("10.") ? `(?:https?:\\/\\/doi\\.org\\/|doi:\\s?)${literal}` : literal;
    });
  return new RegExp(`(${[...own, anyAddress].join("|")})`, "i");
}

/** Turns addresses into links, except inside links. */
export function linkAddresses(nodes: readonly ElementContent[], address = addressPattern()): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (isElement(node))
      return [node.tagName === "a" ? node : { ...node, children: linkAddresses(node.children, address) }];
    if (node.type !== "text") return [node];
    return node.value.split(address).flatMap((piece, index): ElementContent[] => {
      const href = index % 2 === 1 ? linkTarget(piece) : undefined;
      if (href !== undefined) return [h("a", { href }, piece)];
      return piece === "" ? [] : [{ type: "text", value: piece }];
    });
  });
}

function linkTarget(written: string): string | undefined {
  const doi = /^(?:doi:\s?|https?:\/\/doi\.org\/)(10\..*)$/is.exec(written)?.[1];
  return doi === undefined ? toValidAddress(written) : doiAddress(doi);
}
