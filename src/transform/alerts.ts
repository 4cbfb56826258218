import type { Blockquote, Root } from "mdast";
import { SKIP, visit } from "../model/visit.ts";
import { type CalloutName, calloutNames, type Messages } from "../i18n/messages.ts";
import { trackMessages } from "./block-languages.ts";
import { calloutBox } from "../directives/callout-box.ts";

/** Converts GitHub alerts (`> [!NOTE]` on its own line, in any case) to the same callouts as `:::note`. */
export function resolveAlerts(tree: Root, words: Messages): void {
  const messagesAround = trackMessages(words);
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const own = messagesAround(node, parent);
    if (node.type !== "blockquote" || node.data?.hName !== undefined) return undefined;
    const name = takeMarker(node);
    if (name === undefined) return undefined;
    parent.children[index] = calloutBox(node, name, [{ type: "text", value: own.callouts[name] }], node.children);
    return [SKIP, index];
  });
}

function takeMarker(node: Blockquote): CalloutName | undefined {
  const [first] = node.children;
  const text = first?.type === "paragraph" ? first.children[0] : undefined;
  if (first?.type !== "paragraph" || text?.type !== "text") return undefined;
  const [marker, word] = /^\[!(\w+)\][ \t]*(?:\n|$)/.exec(text.value) ?? [];
  const name = calloutNames.find((known) => known === word?.toLowerCase());
  const [, next] = first.children;
  const endsLine = (marker?.endsWith("\n") ?? false) || next === undefined || next.type === "break";
  if (marker === undefined || name === undefined || !endsLine) return undefined;
  text.value = text.value.slice(marker.length);
  if (text.value === "") first.children.splice(0, next?.type === "break" ? 2 : 1);
  if (first.children.length === 0) node.children.shift();
  return name;
}
