import type { Nodes, Root, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { inlineNotePrefix } from "../model/footnote.ts";
import { isKnownLanguage } from "../model/known-language.ts";

/** The language and direction of a block. */
type Language = Partial<Record<"lang" | "dir", unknown>>;

/** Nodes whose content has no language, or whose attributes go to an element for code. */
const withoutLanguage = new Set(["code", "definition", "html", "math"]);

/**
 * Gives notes the language and direction of the block around them, because they are moved to the end of the article: a
 * note that is defined in the block, and an inline note that is referred to in it.
 */
export function setNoteLanguages(tree: Root, language: string): void {
  const inline = new Map<string, Language>();
  visitIn(tree, {}, inline);
  setByLetters(tree, language);
}

/**
 * A note that is defined outside all blocks and referred to in blocks of one language alone has that language if its
 * letters are of that language's script, and none of the article's.
 */
function setByLetters(tree: Root, language: string): void {
  const around = new Map<string, Language[]>();
  collectReferences(tree, {}, around);
  for (const node of tree.children) {
    if (node.type !== "footnoteDefinition") continue;
    const [first = {}, ...others] = around.get(node.identifier) ?? [];
    const { lang } = first;
    if (typeof lang !== "string" || !isKnownLanguage(lang) || others.some((other) => other.lang !== lang)) continue;
    const letters = toString(node).match(/\p{L}/gu) ?? [];
    if (letters.length === 0 || !letters.every(isLetterOf(lang)) || letters.some(isLetterOf(language))) continue;
    for (const child of node.children) setLanguage(child, first);
  }
}

function collectReferences(node: Nodes, around: Language, found: Map<string, Language[]>): void {
  if (node.type === "footnoteReference") found.set(node.identifier, [...(found.get(node.identifier) ?? []), around]);
  const own = languageOf(node, around);
  if ("children" in node) for (const child of node.children) collectReferences(child, own, found);
}

/** ISO 15924 codes of several scripts. */
const scripts: Readonly<Record<string, string>> = {
  Hans: "\\p{scx=Hani}",
  Hant: "\\p{scx=Hani}",
  Jpan: "\\p{scx=Hani}\\p{scx=Hira}\\p{scx=Kana}",
  Kore: "\\p{scx=Hang}\\p{scx=Hani}",
};

function isLetterOf(language: string): (letter: string) => boolean {
  const { script = "Latn" } = new Intl.Locale(language).maximize();
  const pattern = patternOf(scripts[script] ?? `\\p{scx=${script}}`);
  return (letter) => pattern?.test(letter) ?? false;
}

/** Returns undefined for a script that Unicode has no characters of. */
function patternOf(characters: string): RegExp | undefined {
  try {
    return new RegExp(`[${characters}]`, "u");
  } catch {
    return undefined;
  }
}

function visitIn(node: Nodes, around: Language, inline: Map<string, Language>): void {
  if (node.type === "footnoteReference" && node.identifier.startsWith(inlineNotePrefix))
    inline.set(node.identifier, around);
  const own = languageOf(node, around);
  if (node.type === "footnoteDefinition") {
    const language = inline.get(node.identifier) ?? own;
    for (const child of node.children) setLanguage(child, language);
  }
  if ("children" in node) for (const child of node.children) visitIn(child, own, inline);
}

/** A block with a language of its own has that language's direction, unless it gives another. */
function languageOf(node: Nodes, around: Language): Language {
  const { lang, dir } = propertiesOf(node);
  if (lang === undefined) return dir === undefined ? around : { ...around, dir };
  return dir === undefined ? { lang } : { lang, dir };
}

function setLanguage(block: RootContent, language: Language): void {
  if (withoutLanguage.has(block.type) || Object.keys(language).length === 0) return;
  const written = propertiesOf(block);
  if (written["lang"] !== undefined) return;
  block.data = { ...block.data, hProperties: { ...language, ...written } } as typeof block.data;
}

function propertiesOf({ data }: Nodes): Record<string, unknown> {
  return (data as { hProperties?: Record<string, unknown> } | undefined)?.hProperties ?? {};
}
