import type { Root } from "hast";
import { toString } from "hast-util-to-string";
import { h } from "hastscript";
import { visit } from "../../model/visit.ts";
import type { Messages } from "../../i18n/messages.ts";

/** Each heading with an id ends in a link to itself, whose sign comes from the style sheet: no word of the text changes. */
export function linkHeadings(tree: Root, words: Messages): void {
  visit(tree, "element", (node) => {
    const { id } = node.properties;
    if (!/^h[2-4]$/.test(node.tagName) || typeof id !== "string") return;
    const name = words.web.linkTo.replace("#", () => toString(node).trim());
    node.children.push(h("a", { className: ["heading-link"], href: `#${encodeURIComponent(id)}`, ariaLabel: name }));
  });
}
