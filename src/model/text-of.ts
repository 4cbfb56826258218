import type { Element, Nodes } from "hast";
import { formulaText } from "./formula-text.ts";

declare module "hast" {
  interface ElementData {
    /** Marks a citation in brackets. It is omitted where the text names something, as in a table of contents. */
    parenthetical?: true;
  }
}

/**
 * Returns the plain text of an element, for a table of contents or a bookmark: an image as its alternative text, a
 * formula in one line, a line break as a space; no note references, no citations in brackets, no ruby readings.
 */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "root") return node.children.map(textOf).join("");
  if (node.type !== "element" || isFootnoteReference(node) || node.data?.parenthetical) return "";
  if (node.tagName === "rt" || node.tagName === "rp") return "";
  if (node.tagName === "math") return formulaText(node);
  if (node.tagName === "br") return " ";
  return node.tagName === "img" ? String(node.properties["alt"] ?? "") : node.children.map(textOf).join("");
}

/** As marked by remark-rehype or the notes transform. */
function isFootnoteReference({ properties }: Element): boolean {
  return "dataFootnoteRef" in properties || properties["role"] === "doc-noteref";
}
