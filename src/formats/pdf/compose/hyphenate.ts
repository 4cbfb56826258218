import type { Element, Root } from "hast";
import { isKnownLanguage } from "../../../model/known-language.ts";
import { hyphenatorFor } from "../../../template/hyphenation-patterns.ts";
import { visit } from "../../../model/visit.ts";
import { hasClass } from "../../../model/hast.ts";

/** Blocks of running text, in which words are hyphenated. */
const running = new Set(["p", "li", "dd", "td", "figcaption", "caption"]);

/** Elements that are not hyphenated: literal text, and text outside a line. */
const whole = new Set(["code", "pre", "kbd", "samp", "math", "abbr", "dfn", "svg", "th", "dt"]);

/**
 * Inserts soft hyphens into running text. `mark-hyphens.ts` removes them again from the text of the finished file.
 * Headings, code, addresses, abbreviations and languages without patterns stay as they are.
 */
export function hyphenate(tree: Root, language: string): void {
  walk(tree, language, false);
}

/** Number of letters from which a word of a heading can be wider than its line, in large print and otherwise. */
const widerThanLine = { "large-print": 18, other: 26 };

/**
 * Inserts soft hyphens into words of headings that can be wider than the line, which would otherwise break between any
 * letters.
 */
export function hyphenateHeadings(tree: Root, language: string, isLargePrint: boolean): void {
  const letters = widerThanLine[isLargePrint ? "large-print" : "other"];
  visit(tree, "element", (node) => {
    if (/^h[1-6]$/.test(node.tagName)) walk(node, language, true, letters);
  });
}

function walk(parent: Root | Element, language: string, isRunning: boolean, shortest = 0): void {
  for (const child of parent.children) {
    if (child.type === "text" && isRunning) child.value = divide(child.value, language, shortest);
    if (child.type !== "element" || isWhole(child)) continue;
    const { lang } = child.properties;
    const own = typeof lang === "string" && isKnownLanguage(lang) ? lang : language;
    walk(child, own, isRunning || running.has(child.tagName), shortest);
  }
}

function isWhole(element: Element): boolean {
  return whole.has(element.tagName) || /^h[1-6]$/.test(element.tagName) || hasClass(element, "address");
}

/** Lower-case words, whose first letter may be a capital. */
const word = /(?<![\p{L}\p{N}_./@-])\p{L}\p{Ll}+(?![\p{L}\p{N}_./@-])/gu;

/** A part of a word joined with hyphens. */
const part = /(?<![\p{L}\p{N}_./@])\p{L}\p{Ll}+(?![\p{L}\p{N}_./@])/gu;

function divide(text: string, language: string, shortest: number): string {
  const hyphenator = hyphenatorFor(language);
  if (!hyphenator) return text;
  if (shortest === 0) return text.replaceAll(word, hyphenator);
  return text.replaceAll(part, (written) => (written.length < shortest ? written : hyphenator(written)));
}
