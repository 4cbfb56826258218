import type { Nodes, Root, RootContent } from "mdast";
import { inlineNotePrefix } from "../model/footnote.ts";

/** The language and direction of a block. */
type Language = Partial<Record<"lang" | "dir", unknown>>;

/** Nodes whose content has no language, or whose attributes go to an element for code. */
const withoutLanguage = new Set(["code", "definition", "html", "math"]);

/**
 * Gives notes the language and direction of the block around them, because they are moved to the end of the article: a
 * note that is defined in the block, and an inline note that is referred to in it.
 */
export function setNoteLanguages(tree: Root): void {
  const inline = new Map<string, Language>();
  visitIn(tree, {}, inline);
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
