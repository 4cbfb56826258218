import type { Blockquote, Nodes, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { CalloutName } from "../i18n/messages.ts";
import type { Properties } from "./directive.ts";
import { at, paragraph } from "./parts.ts";

/** Creates a box next to the text: `<aside class="callout callout-tip" role="note">`, with its title as a paragraph. */
export function calloutBox(
  node: Nodes,
  name: CalloutName | "key",
  title: PhrasingContent[],
  children: readonly RootContent[],
  { className = [], ...properties }: Properties = {},
): Blockquote {
  const hProperties = { ...properties, role: "note", className: ["callout", `callout-${name}`, ...className] };
  return {
    type: "blockquote",
    data: { hName: "aside", hProperties },
    children: [paragraph(title, "callout-title"), ...(children as Paragraph[])],
    ...at(node),
  };
}
