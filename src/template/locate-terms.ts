import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../model/visit.ts";
import type { Messages } from "../i18n/messages.ts";
import { hasClass } from "../model/hast.ts";

/** List separators other than a comma and a space. */
const separators: Readonly<Record<string, string>> = { ar: "، ", ur: "، ", fa: "، ", ja: "、", zh: "、" };

/**
 * Adds to the index of terms where each term occurs: its page on paper, or its section. Before the first print, page
 * numbers are placeholders.
 */
export function locateTerms(
  tree: Root | Element,
  language: string,
  paper?: { readonly words: Messages; readonly pages: ReadonlyMap<string, number> | undefined },
): void {
  const separator = separators[new Intl.Locale(language).language] ?? ", ";
  visit(tree, "element", (node) => {
    if (!hasClass(node, "locators")) return;
    const links = new Map<string, Element>();
    for (const link of node.children) {
      if (link.type !== "element") continue;
      const page = paper?.pages ? paper.pages.get(String(link.properties["href"]).slice(1)) : 0;
      const label = paper ? String(page ?? "") : toString(link);
      if (label === "" || links.has(label)) continue;
      const name = paper && { ariaLabel: paper.words.onPage.replace("#", label) };
      links.set(label, {
        ...link,
        properties: { ...link.properties, ...name },
        children: [{ type: "text", value: label }],
      });
    }
    node.children = [...links.values()].flatMap((link, index) =>
      index === 0 ? [link] : [{ type: "text" as const, value: separator }, link],
    );
  });
}
