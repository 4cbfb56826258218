import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/** Paragraphs in these have an edge of their own, such as a rule or a number, that a mark outside of it would touch. */
const edged = new Set(["td", "th", "li", "dd", "blockquote", "aside", "figcaption"]);

/**
 * A paragraph that begins with a quotation mark is marked, for the style sheet to hang it in the margin: the letters begin
 * where those of other lines do. `hanging-punctuation` is not known to Chromium.
 */
export function hangQuotes(tree: Root): void {
  visit(tree, "element", (parent) => {
    if (edged.has(parent.tagName)) return "skip";
    for (const child of parent.children) if (child.type === "element") mark(child);
    return undefined;
  });
  for (const child of tree.children) if (child.type === "element") mark(child);
}

function mark(node: Element): void {
  const [first = ""] = node.tagName === "p" ? toString(node).trimStart() : "";
  const name = /[“„«]/u.test(first) ? "hung-double" : /[‘‚‹]/u.test(first) ? "hung-single" : undefined;
  if (name === undefined) return;
  const { className } = node.properties;
  node.properties.className = [...(Array.isArray(className) ? className : []), name];
}
