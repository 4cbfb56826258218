import type { Element, Nodes } from "hast";
import { formulaText } from "./formula-text.ts";

/**
 * The words of an element where only plain text can stand, as in a contents list or a bookmark: an image by its alternative
 * text, a formula in one line, a line end as a space, no references to notes or works, no readings of ruby.
 */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "root") return node.children.map(textOf).join("");
  if (node.type !== "element" || isReference(node) || node.tagName === "rt" || node.tagName === "rp") return "";
  if (node.tagName === "math") return formulaText(node);
  if (node.tagName === "br") return " ";
  if (node.tagName === "img") return String(node.properties["alt"] ?? "");
  return node.children.map(textOf).join("");
}

/** To a note, as remark-rehype marks it or as the notes transform does; to a work, before and after it is cited. */
function isReference({ properties }: Element): boolean {
  const { className } = properties;
  return (
    "dataFootnoteRef" in properties ||
    "dataCitation" in properties ||
    properties["role"] === "doc-noteref" ||
    (Array.isArray(className) && className.includes("citation"))
  );
}
