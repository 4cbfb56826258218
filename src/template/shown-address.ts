import type { ElementContent } from "hast";
import { h } from "hastscript";

/** Parameters by which a link is followed from site to site; the page is the same without them. */
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hsenc|_hsmi)$/;

/**
 * An address as a person would type it: without its protocol, what only tracks, and a slash that means nothing. The link
 * itself keeps all of it.
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
  const kept = query.split("&").filter((part) => !tracking.test(part.split("=")[0]?.toLowerCase() ?? ""));
  return start + (kept.length > 0 ? `?${kept.join("&")}` : "") + end;
}

/** Whether the words of a link already say where it leads. */
export function saysAddress(words: string, address: string): boolean {
  const plain = (written: string): string =>
    shownAddress(written.trim())
      .replace(/^www\./i, "")
      .replace(/^doi:\s*/i, "doi.org/")
      .toLowerCase();
  return plain(words) === plain(address);
}

/** An address in print, with places to break before each part: no hyphen that could be mistaken for one of its own. */
export function printAddress(address: string): ElementContent {
  const parts = address.split(/(?=[/?#&=.~_%-])|(?<=[@:])/);
  const pieces = parts.flatMap((part, index) => (index === 0 ? [part] : [h("wbr"), part]));
  return h("span", { className: ["address"], dir: "ltr" }, pieces);
}

/** Whether a link leads out of the publication. */
export function isOutside(href: unknown): href is string {
  return typeof href === "string" && /^(?:https?|mailto|tel):/i.test(href);
}
