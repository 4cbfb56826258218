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

/**
 * Returns an address for print, with break opportunities before each part instead of hyphens, which could be mistaken
 * for parts of it.
 */
export function printAddress(address: string): ElementContent {
  const parts = address.split(/(?=[/?#&=.~_%-])|(?<=[@:])/);
  const pieces = parts.flatMap((part, index) => (index === 0 ? [part] : [h("wbr"), part]));
  return h("span", { className: ["address"], dir: "ltr" }, pieces);
}

/** Reports whether a link leads out of the publication. */
export function isOutside(href: unknown): href is string {
  return typeof href === "string" && /^(?:https?|mailto|tel):/i.test(href);
}
