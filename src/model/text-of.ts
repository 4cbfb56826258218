import type { Element, Nodes } from "hast";

declare module "hast" {
  interface ElementData {
    /** A citation in brackets: it is left out where the words around it name a thing, as in a contents list. */
    parenthetical?: true;
  }
}

/**
 * The words of an element as they are read out: an image by its alternative text, a formula by its TeX, no
 * references to notes, no citations in brackets.
 */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "root") return node.children.map(textOf).join("");
  if (node.type !== "element" || isNoteReference(node) || node.data?.parenthetical) return "";
  if (node.tagName === "math") return String(node.properties["alttext"]);
  return node.tagName === "img" ? String(node.properties["alt"] ?? "") : node.children.map(textOf).join("");
}

/** As remark-rehype marks it, or as the notes transform does. */
function isNoteReference({ properties }: Element): boolean {
  return "dataFootnoteRef" in properties || properties["role"] === "doc-noteref";
}
