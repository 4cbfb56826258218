import { decodeAddress } from "../../model/address.ts";
import type { Element, ElementContent, Root } from "hast";
import { visit } from "../../model/visit.ts";

/** A footnote with its number, which is unique in the publication. */
export interface PlainNote {
  readonly label: string;
  readonly content: ElementContent[];
}

/** Removes footnotes from the tree and returns them; a `note-reference` stands for each reference. */
export function takeNotes(tree: Root): PlainNote[] {
  const notes = new Map<string, PlainNote>();
  visit(tree, "element", (node: Element, index, parent) => {
    if (node.properties["role"] !== "doc-endnotes" || !parent || index === undefined) return undefined;
    visit(node, "element", (item) => {
      const { id } = item.properties;
      if (item.tagName === "li" && item.data?.footnote && id !== undefined)
        notes.set(String(id), { label: String(notes.size + 1), content: item.children });
    });
    parent.children.splice(index, 1);
    return index;
  });
  const found = [...notes.values()];
  for (const root of [tree, ...found.map(({ content }): Root => ({ type: "root", children: content }))]) {
    visit(root, "element", (node: Element, index, parent) => {
      const { role, href } = node.properties;
      if (role === "doc-backlink" && parent && index !== undefined) {
        parent.children.splice(index, 1);
        return index;
      }
      const note = role === "doc-noteref" ? notes.get(decodeAddress(String(href).slice(1))) : undefined;
      if (!note) return undefined;
      node.tagName = "note-reference";
      node.properties = { dataLabel: note.label };
      node.children = [];
      return undefined;
    });
  }
  return found;
}
