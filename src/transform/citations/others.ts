import type { CslItem, CslName } from "../../config/references/csl-item.ts";
import { escapePattern } from "../whole-words.ts";

/** A name that no person has, in place of "others": the processor knows no name for what follows unnamed. */
const mark = "\uE000";

/** BibTeX ends a list of names with "and others", and Pandoc writes that as a name of its own. */
export function markOthers(item: CslItem | undefined): CslItem | undefined {
  if (!item) return undefined;
  const entries = Object.entries(item).map(([key, value]) => [key, Array.isArray(value) ? value.map(markName) : value]);
  return Object.fromEntries(entries) as CslItem;
}

function markName(name: CslName): CslName {
  return typeof name === "object" && "literal" in name && name.literal === "others" ? { literal: mark } : name;
}

/** Writes "et al." for the mark, without the "and" before it. */
export function othersWriter(etAl: string, and: string): (html: string) => string {
  const pattern = new RegExp(
    `(,?)\\s*(?:(?:${escapePattern(and)}|&#38;|&amp;|&)\\s+)?${mark}${etAl.endsWith(".") ? "\\.?" : ""}`,
    "gu",
  );
  return (html) => html.replaceAll(pattern, (_, comma: string) => `${comma} ${etAl}`);
}
