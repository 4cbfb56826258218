import type { CslItem, CslName } from "../../config/references/csl-item.ts";
import { escapePattern } from "../whole-words.ts";

/** A placeholder name for "others", for which the processor has no name. */
const mark = "\uE000";

/** Replaces "and others", which ends a list of names in BibTeX and which Pandoc writes as a name. */
export function markOthers(item: CslItem | undefined): CslItem | undefined {
  if (!item) return undefined;
  const entries = Object.entries(item).map(([key, value]) => [key, Array.isArray(value) ? value.map(markName) : value]);
  return Object.fromEntries(entries) as CslItem;
}

function markName(name: CslName): CslName {
  return typeof name === "object" && "literal" in name && name.literal === "others" ? { literal: mark } : name;
}

/** Returns a function that replaces the placeholder by "et al.", without the "and" before it. */
export function othersWriter(etAl: string, and: string): (html: string) => string {
  const pattern = new RegExp(
    `(,?)\\s*(?:(?:${escapePattern(and)}|&#38;|&amp;|&)\\s+)?${mark}${etAl.endsWith(".") ? "\\.?" : ""}`,
    "gu",
  );
  return (html) => html.replaceAll(pattern, (_, comma: string) => `${comma} ${etAl}`);
}
