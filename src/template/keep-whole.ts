import type { Element, Root } from "hast";
import { h } from "hastscript";
import { divideText, type Found } from "../model/divide-text.ts";
import { hasClass } from "../model/hast.ts";
import { isKnownLanguage } from "../model/known-language.ts";

/** Literal text, formulas and drawings, and elements that may contain only text. */
const literal = new Set([
  "code",
  "kbd",
  "math",
  "option",
  "pre",
  "samp",
  "script",
  "style",
  "svg",
  "textarea",
  "title",
]);

const before = String.raw`(?<![\p{L}\p{N}\p{Pd}/.:@_=])`;
const after = String.raw`(?![.:]?[\p{L}\p{N}]|[\p{Pd}/@_=])`;
const number = String.raw`\d{1,4}(?:[.,]\d{1,3})?%?`;

/** Short designations (H-1B), ranges (22–30, 2011–14) and days in numbers (2026-11-24), at which browsers end lines. */
export const unbreakable = new RegExp(
  String.raw`${before}(?:\p{Lu}{1,6}-\d{1,4}\p{Lu}?|\d{4}-\d{2}-\d{2}|${number}[-–]${number})${after}`,
  "gu",
);

/** A name with its number, and short letters after it: Step 1, Step 2 CK, Figure 12. */
const numberedName = String.raw`(?<![\p{L}\p{N}])\p{Lu}\p{L}{2,} \d{1,2}(?: \p{Lu}{1,3})?(?![\p{L}\p{N}]|[.,:]\d|[\p{Pd}/@_=])`;

const percent =
  "percent|per cent|Prozent|pour cent|por ciento|por cento|per cento|procent|prosent|prosenttia|procento?|százalék";

/** Symbols of units (SI Brochure, 9th edition, tables 2, 4, 7 and 8), of time, data and temperature. */
const unit = String.raw`[kcmµμnMGT]?(?:m|g|s|Hz|B|W|V|J|Pa|mol|L|l)|min|h|kB|°[CF]|[€£%]`;

/** A number with what it counts, between which no line ends (SI Brochure, 5.4.3): 56.4 percent, 5 mg. */
const quantity = String.raw`(?<![\p{L}\p{N}])\d+(?:[.,]\d+)* (?:${percent}|${unit})(?![\p{L}\p{N}])`;

/** A word of two or three Chinese or Japanese characters in a cell: browsers end lines between any two (地区, 北京市). */
export const shortWide =
  /(?<![\p{L}\p{N}])[\p{Ideographic}\p{sc=Hiragana}\p{sc=Katakana}]{2,3}(?![\p{L}\p{M}\p{N}ー])/gu;
const ideograph = /[\p{Ideographic}\p{sc=Hiragana}\p{sc=Katakana}]/u;

const joined = new RegExp(`${numberedName}|${quantity}`, "gu");

/**
 * Keeps designations, ranges, days (November 24, 24. November, 24 de noviembre), numbered names and quantities together at
 * line ends, each in an element that is not divided. Changes no character: a search for "Step 1" finds it. Headings and
 * labels are short: names and quantities stay part of their text there.
 */
export function keepWhole(parent: Root | Element, language: string, isInCell = false): void {
  const isCell = isInCell || (parent.type === "element" && /^t[dh]$/.test(parent.tagName));
  const isName = parent.type === "element" && (/^h[1-6]$/.test(parent.tagName) || hasClass(parent, "caption-label"));
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index];
    if (child?.type === "text" && (/\d/.test(child.value) || (isCell && ideograph.test(child.value)))) {
      const pieces = divideText(child.value, wholesIn(child.value, language, isName, isCell), (found) => [
        h("span", { className: ["whole"] }, found[0]),
      ]);
      parent.children.splice(index, 1, ...pieces);
      index += pieces.length - 1;
    }
    if (child?.type !== "element" || literal.has(child.tagName)) continue;
    const { lang } = child.properties;
    keepWhole(child, typeof lang === "string" ? lang : language, isCell);
  }
}

/** Returns what stays whole, in order; what overlaps ("22–30" and "30 percent") is one. */
function wholesIn(text: string, language: string, isName: boolean, isCell: boolean): readonly Found[] {
  const days = daysIn(language);
  const patterns = [unbreakable, ...(isName ? [] : [joined]), ...(days ? [days] : []), ...(isCell ? [shortWide] : [])];
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)]);
  const wholes: Found[] = [];
  for (const { 0: words, index } of found.toSorted((one, other) => one.index - other.index)) {
    const last = wholes.at(-1);
    const end = index + words.length;
    if (!last || last.index + last[0].length <= index) wholes.push({ 0: words, index });
    else if (last.index + last[0].length < end) {
      wholes.splice(-1, 1, { 0: text.slice(last.index, end), index: last.index });
    }
  }
  return wholes;
}

const daysByLanguage = new Map<string, RegExp | undefined>();

function daysIn(language: string): RegExp | undefined {
  if (!daysByLanguage.has(language)) daysByLanguage.set(language, patternFor(language));
  return daysByLanguage.get(language);
}

/** Returns undefined for languages without names of months, such as Chinese and Japanese. */
function patternFor(language: string): RegExp | undefined {
  if (!isKnownLanguage(language)) return undefined;
  const names = (["long", "short"] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(language, { month, day: "numeric", timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, index) => {
      const parts = format.formatToParts(Date.UTC(2026, index, 1));
      return parts.find(({ type }) => type === "month")?.value.replace(/\.$/, "") ?? "";
    });
  });
  if (!names.every((name) => /^[\p{L}\p{M}]{3,}$/u.test(name))) return undefined;
  const month = `(?:${[...new Set(names)].join("|")})`;
  const [start, end] = [String.raw`(?<![\p{L}\p{N}])`, String.raw`(?![\p{L}\p{M}\p{N}])`];
  return new RegExp(String.raw`${start}(?:${month}\.? \d{1,2}${end}|\d{1,2}\.? (?:de )?${month}${end})`, "gu");
}
