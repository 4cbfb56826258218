import type { Element, Root } from "hast";
import { visit } from "../../../model/visit.ts";
import type { Messages } from "../../../i18n/messages.ts";
import { isFootnoteReference, targetOf } from "./find-footnotes.ts";

/**
 * Adds page numbers to back links, as in "↑ (page 3)", where the reference is on another page. A footnote on a page is
 * shown once; further references from other pages name its page. `moved` are the footnotes that are not at the end.
 */
export function referToFootnotes(
  tree: Root,
  moved: ReadonlySet<string>,
  words: Messages,
  pages: ReadonlyMap<string, number> = new Map(),
): void {
  visit(tree, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const target = targetOf(node);
    const back = node.data?.footnoteBackLink;
    // A moved footnote is on the page of its first reference.
    const isAgain = back !== undefined && (back.use > 1 || !moved.has(back.footnote));
    const isRepeat = isFootnoteReference(node) && moved.has(target);
    const there = pages.get(target);
    if (!(isAgain || isRepeat) || there === undefined) return undefined;
    const here = back ? pages.get(back.footnote) : pages.get(String(node.properties.id));
    if (here === undefined || here === there) return undefined;
    parent.children.splice(index + 1, 0, pageText(words, there));
    return index + 2;
  });
}

function pageText(words: Messages, page: number): Element {
  const value = ` (${words.onPage.replaceAll(" ", "\u00A0").replace("#", String(page))})`;
  return {
    type: "element",
    tagName: "span",
    properties: { className: ["note-page"] },
    children: [{ type: "text", value }],
  };
}
