import type { Element, ElementContent, RootContent } from "hast";
import { directionOf } from "../../config/metadata.ts";
import { isKnownLanguage } from "../../model/known-language.ts";
import { classesOf } from "../hast.ts";

/** Elements whose text or name is Offprint's, in the language of the article. */
const own = new Set(["box-label", "caption-label", "note-back", "note-reference"]);

/**
 * Gives the labels and back-links in a block of another language the language and direction of the article: "Figure 2."
 * is read in its own language, and its full stop stands behind it (WCAG 2.2, 3.1.2).
 */
export function markOwnWords(
  nodes: readonly (RootContent | ElementContent)[],
  language: string,
  around = language,
): void {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    if (around !== language && classesOf(node).some((name) => own.has(name))) mark(node, language, around);
    else markOwnWords(node.children, language, languageOf(node) ?? around);
  }
}

function mark(node: Element, language: string, around: string): void {
  node.properties["lang"] = language;
  if (directionOf(language) !== directionOf(around)) node.properties["dir"] = directionOf(language);
}

function languageOf({ properties: { lang } }: Element): string | undefined {
  return typeof lang === "string" && isKnownLanguage(lang) ? lang : undefined;
}
