import type { CslItem, CslName } from "../../config/references/csl-item.ts";

// The processor knows names of two kinds: those with a space before the given name, which it can abbreviate, and those
// of Chinese, Japanese and Korean without. It takes all scripts that it does not know for the latter.

/** Placeholders before a given name that stays whole: for a space, and for nothing. */
const spaced = "\uE001";
const whole = "\uE002";

/** Scripts without spaces in names. */
const solid = /^[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Yiii}]/u;
/** Scripts that the processor knows. */
const known = /^[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Hebr}\p{scx=Arab}]/u;

/** Marks the given names of a work that must not be abbreviated or joined to the family name. */
export function markNames(item: CslItem): CslItem {
  const entries = Object.entries(item).map(([key, value]) => [key, Array.isArray(value) ? value.map(markName) : value]);
  return Object.fromEntries(entries) as CslItem;
}

function markName(name: CslName): CslName {
  if (typeof name !== "object" || !("given" in name) || name.given === undefined) return name;
  const family = name.family ?? "";
  if (!/^\p{L}/u.test(family) || known.test(family) || solid.test(family)) return name;
  return { ...name, given: (/^\p{scx=Thai}/u.test(family) ? whole : spaced) + name.given };
}

/** Replaces the placeholders in the processor's output. */
export function writeNames(html: string): string {
  return html.replaceAll(whole, "").replaceAll(spaced, " ");
}
