import type { Blockquote, Root } from "mdast";
import { visit } from "unist-util-visit";
import { type CalloutName, calloutNames, type Words } from "../config/words.ts";
import { callout } from "./callout.ts";

/** GitHub alerts (`> [!NOTE]` on a line of its own, in any case) to the same callouts as `:::note`. */
export function resolveAlerts(tree: Root, words: Words): void {
  visit(tree, "blockquote", (node, index, parent) => {
    if (!parent || index === undefined || node.data?.hName !== undefined) return;
    const name = takeMarker(node);
    if (name === undefined) return;
    const replacement = callout(name, [{ type: "text", value: words.callouts[name] }], node.children);
    parent.children[index] = { ...replacement, ...(node.position && { position: node.position }) };
  });
}

function takeMarker(node: Blockquote): CalloutName | undefined {
  const [first] = node.children;
  const text = first?.type === "paragraph" ? first.children[0] : undefined;
  if (first?.type !== "paragraph" || text?.type !== "text") return undefined;
  const [marker, word] = /^\[!(\w+)\][ \t]*(?:\n|$)/.exec(text.value) ?? [];
  const name = calloutNames.find((known) => known === word?.toLowerCase());
  if (marker === undefined || name === undefined || (text.value === marker && first.children.length > 1))
    return undefined;
  text.value = text.value.slice(marker.length);
  if (text.value === "") first.children.shift();
  if (first.children.length === 0) node.children.shift();
  return name;
}
