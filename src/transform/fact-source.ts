import type { PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString } from "mdast-util-to-string";
import { visit } from "../model/visit.ts";
import type { Fact, FactSource } from "../config/facts-file.ts";

/** Returns a key that is equal for facts with the same source, day of check and confidence. */
export function sourceKey({ source, checked, recheck, confidence }: Fact): string {
  return JSON.stringify([source, checked, recheck, confidence]);
}

/** Returns a source as text that ends with a full stop, as a link if its address is known. */
export function sourceContent({ text, url, cite, locator }: FactSource): PhrasingContent[] {
  const words = text ?? "";
  const content = cite === undefined ? inline(words) : citationsOf(cite, locator);
  const stop = /[.?!]["”)_*\]]*$/.test(words) ? [] : [{ type: "text" as const, value: "." }];
  return [...(url === undefined ? content : [{ type: "link" as const, url, children: content }]), ...stop];
}

/** Returns citations in the text form: "@key; @other [p. 4]". */
function citationsOf(keys: readonly string[], locator: string | undefined): PhrasingContent[] {
  return keys.flatMap((key, index): PhrasingContent[] => {
    const where = locator === undefined || index < keys.length - 1 ? "" : ` [${locator}]`;
    const reference: PhrasingContent = { type: "citation", ofFact: true, value: `@${key}${where}` };
    return index === 0 ? [reference] : [{ type: "text", value: "; " }, reference];
  });
}

/** Returns a citation in the bracketed form: "[@key; @other, p. 4]". */
export function citation(keys: readonly string[], locator: string | undefined): PhrasingContent {
  const where = locator === undefined ? "" : `, ${locator}`;
  return { type: "citation", ofFact: true, value: `[${keys.map((key) => `@${key}`).join("; ")}${where}]` };
}

/** Parses inline Markdown, without positions, because they would not be in the article. */
function inline(text: string): PhrasingContent[] {
  const tree = fromMarkdown(text);
  visit(tree, (node) => void delete node.position);
  return tree.children.flatMap((node: RootContent): PhrasingContent[] => {
    return node.type === "paragraph" ? node.children : [{ type: "text", value: toString(node) }];
  });
}
