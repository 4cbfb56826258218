import type { PhrasingContent, Root } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { SKIP, visit } from "../../../model/visit.ts";
import { boxClass, calloutName } from "../callouts.ts";
import type { TreeDialect } from "../dialect.ts";

const marker = /^\[!([\p{L}\p{M}\p{N}_-]+)\]([+-]?)[ \t]*/u;
/** These are GitHub's; with a title they belong to another tool. */
const plain = /^\[!(?:note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** Quotations that begin with `[!type]- Title`: callouts of Obsidian, and alerts of GitHub and GitLab with a title. */
export const quotedCallouts: TreeDialect = {
  name: "callouts ([!type] Title: Obsidian, GitLab)",
  read(tree: Root) {
    let first: number | undefined;
    visit(tree, "blockquote", (node, index, parent) => {
      const [paragraph, ...rest] = node.children;
      const text = paragraph?.type === "paragraph" ? paragraph.children[0] : undefined;
      if (node.data || !parent || index === undefined || paragraph?.type !== "paragraph" || text?.type !== "text")
        return;
      const [mark, type] = marker.exec(text.value) ?? [];
      if (mark === undefined || type === undefined || plain.test(text.value)) return undefined;
      first ??= node.position?.start.line;
      text.value = text.value.slice(mark.length);
      const { title, body } = splitTitle(paragraph.children);
      const named = calloutName(type) === undefined ? capitalise(type) : "";
      const label = title.length > 0 || named === "" ? title : [{ type: "text" as const, value: named }];
      const own = boxClass(type);
      const data: object = { isComplete: true };
      const box: ContainerDirective = {
        type: "containerDirective",
        name: calloutName(type) ?? "note",
        attributes: { ...(own !== undefined && { class: own }) },
        data,
        children: [
          ...(label.length > 0
            ? [{ type: "paragraph" as const, data: { directiveLabel: true }, children: label }]
            : []),
          ...(body.length > 0 ? [{ ...paragraph, children: body }] : []),
          ...rest,
        ],
        ...(node.position && { position: node.position }),
      };
      parent.children[index] = box;
      return [SKIP, index];
    });
    return first;
  },
};

/** Splits a paragraph into its first line and the rest. */
function splitTitle(children: readonly PhrasingContent[]): { title: PhrasingContent[]; body: PhrasingContent[] } {
  const title: PhrasingContent[] = [];
  for (const [index, child] of children.entries()) {
    if (child.type === "break") return { title, body: children.slice(index + 1) };
    if (child.type === "text" && child.value.includes("\n")) {
      const at = child.value.indexOf("\n");
      const [before, after] = [child.value.slice(0, at), child.value.slice(at + 1)];
      if (before !== "") title.push({ ...child, value: before });
      return { title, body: [...(after === "" ? [] : [{ ...child, value: after }]), ...children.slice(index + 1)] };
    }
    if (child.type !== "text" || child.value !== "") title.push(child);
  }
  return { title, body: [] };
}

function capitalise(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1).toLowerCase();
}
