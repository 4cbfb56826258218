import type { FootnoteDefinition, Root } from "mdast";
import { inlineNotePrefix } from "../../../model/footnote.ts";
import { visit } from "../../../model/visit.ts";
import type { TreeDialect } from "../dialect.ts";
import { noteMark } from "../pandoc-inline.ts";

/** Converts inline notes from directives to footnotes. */
export const inlineNotesToFootnotes: TreeDialect = {
  name: "notes in the line (^[note])",
  read(tree: Root) {
    const notes: FootnoteDefinition[] = [];
    visit(tree, "textDirective", (node, index, parent) => {
      if (!parent || index === undefined) return;
      const before = parent.children[index - 1];
      if (before?.type === "text" && before.value.endsWith(noteMark)) before.value = before.value.slice(0, -1);
      if (node.name !== "inline-note") return;
      const identifier = `${inlineNotePrefix}${notes.length + 1}`;
      const place = node.position ? { position: node.position } : {};
      const children = [{ type: "paragraph" as const, children: node.children, ...place }];
      notes.push({ type: "footnoteDefinition", identifier, label: identifier, children, ...place });
      parent.children[index] = { type: "footnoteReference", identifier, label: identifier, ...place };
    });
    tree.children.push(...notes);
    return undefined;
  },
};
