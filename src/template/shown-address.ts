import type { ElementContent } from "hast";
import { h } from "hastscript";

/** Parameters that track a link between sites and do not affect the page. */
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hsenc|_hsmi)$/;

/**
 * Returns an address as a person would type it: without protocol, tracking parameters and a redundant final slash. The
 * link itself keeps them.
 */
export function shownAddress(href: string): string {
  const bare = withoutTracking(href)
    .replace(/^(?:https?:\/\/|mailto:|tel:)/i, "")
    .replace(/^([^?#]*)\/$/, "$1");
  try {
    return decodeURI(bare);
  } catch {
    return bare;
  }
}

function withoutTracking(href: string): string {
  const [, start = href, query, end = ""] = /^([^?#]*)\?([^#]*)(.*)$/s.exec(href) ?? [];
  if (query === undefined) return href;
  const remaining = query.split("&").filter((part) => !tracking.test(part.split("=")[0]?.toLowerCase() ?? ""));
  return start + (remaining.length > 0 ? `?${remaining.join("&")}` : "") + end;
}

/** Reports whether a link's text already shows its target. */
export function saysAddress(words: string, address: string): boolean {
  const plain = (written: string): string =>
    shownAddress(written.trim())
      .replace(/^www\./i, "")
      .replace(/^doi:\s*/i, "doi.org/")
      .toLowerCase();
  return plain(words) === plain(address);
}

/** Returns an address for print, with break opportunities before all its parts. */
export function printAddress(address: string): ElementContent {
  return h("span", { className: ["address"], dir: "ltr" }, breakBefore(address.split(/(?=[/?#&=.~_%-].)|(?<=[@:])/)));
}

/** Characters that fit on the lines of a column, and a part of an address that may stay whole. */
const [wholeAddress, wholePart] = [34, 20];

/**
 * Returns the pieces of an address in running text: a short one as a whole, others with break opportunities before the
 * parts of the path. It is not hyphenated, nor broken behind a hyphen of its own (Chicago Manual of Style, 17th edition,
 * 7.46): either could be mistaken for the other. A final slash stays with the part before it.
 */
export function breakAddress(address: string): ElementContent[] {
  if (address.length <= wholeAddress) return [whole(address)];
  const [host = ""] = /^(?:[a-z]+:\/\/|doi:\s?)?[^/?#]*/i.exec(address) ?? [];
  const [first = "", ...parts] = address.slice(host.length).split(/(?=[/?#&=.~_%-].)|(?<=[@:])/);
  return breakBefore([host, first, ...parts].filter((part) => part !== ""));
}

function breakBefore(parts: readonly string[]): ElementContent[] {
  return parts.flatMap((part, index) => {
    const piece: ElementContent =
      part.startsWith("-") && part.length <= wholePart ? whole(part) : { type: "text", value: part };
    return index === 0 ? [piece] : [h("wbr"), piece];
  });
}

function whole(text: string): ElementContent {
  return h("span", { className: ["whole"] }, text);
}

/** Reports whether a link leads out of the publication. */
export function isOutside(href: unknown): href is string {
  return typeof href === "string" && /^(?:https?|mailto|tel):/i.test(href);
}
