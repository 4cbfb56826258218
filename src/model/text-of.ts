import type { Element, Nodes } from "hast";
import { formulaText } from "./formula-text.ts";

declare module "hast" {
  interface ElementData {
    /** A citation in brackets: it is left out where the words around it name a thing, as in a contents list. */
    parenthetical?: true;
  }
}

/**
 * The words of an element where only plain text can stand, as in a contents list or a bookmark: an image by its alternative
 * text, a formula in one line, a line end as a space, no references to notes, no citations in brackets, no readings of
 * ruby.
 */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "root") return node.children.map(textOf).join("");
  if (node.type !== "element" || isNoteReference(node) || node.data?.parenthetical) return "";
  if (node.tagName === "rt" || node.tagName === "rp") return "";
  if (node.tagName === "math") return formulaText(node);
  if (node.tagName === "br") return " ";
  return node.tagName === "img" ? String(node.properties["alt"] ?? "") : node.children.map(textOf).join("");
}

/** As remark-rehype marks it, or as the notes transform does. */
function isNoteReference({ properties }: Element): boolean {
  return "dataFootnoteRef" in properties || properties["role"] === "doc-noteref";
}
