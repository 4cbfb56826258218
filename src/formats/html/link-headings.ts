import type { Root } from "hast";
import { h } from "hastscript";
import { textOf } from "../../model/text-of.ts";
import { visit } from "../../model/visit.ts";
import type { Messages } from "../../i18n/messages.ts";

/**
 * Adds a link to itself to each heading with an id. Its sign comes from the style sheet, so that the text stays the
 * same.
 */
export function linkHeadings(tree: Root, words: Messages): void {
  visit(tree, "element", (node) => {
    const { id } = node.properties;
    if (!/^h[2-4]$/.test(node.tagName) || typeof id !== "string") return;
    const name = words.web.linkTo.replace("#", () => textOf(node).trim());
    node.children.push(h("a", { className: ["heading-link"], href: `#${encodeURIComponent(id)}`, ariaLabel: name }));
  });
}
