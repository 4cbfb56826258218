import type { Blockquote, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { CalloutName } from "../i18n/messages.ts";

/** A box beside the run of the text: `<aside class="callout callout-tip" role="note">`, its title a paragraph. */
export function callout(
  name: CalloutName | "key",
  title: PhrasingContent[],
  children: RootContent[],
  properties: Record<string, string | string[]> = {},
): Blockquote {
  const { className = [], ...rest } = properties;
  const classes = ["callout", `callout-${name}`, ...className];
  const heading: Paragraph = {
    type: "paragraph",
    children: title,
    data: { hProperties: { className: ["callout-title"] } },
  };
  return {
    type: "blockquote",
    data: { hName: "aside", hProperties: { ...rest, role: "note", className: classes } },
    children: [heading, ...(children as Paragraph[])],
  };
}
