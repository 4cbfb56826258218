import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { type BlockLine, placeOf } from "./block.ts";

const inline = new Set(
  (
    "text emphasis strong delete inlineCode inlineMath break link linkReference image imageReference html " +
    "footnoteReference textDirective attributes citation crossReference variable"
  ).split(" "),
);

/** Creates an mdast node that becomes an HTML element of this name. */
export function elementNode(
  name: string,
  children: readonly RootContent[],
  lines: readonly BlockLine[],
  properties: Readonly<Record<string, string | number | readonly string[]>> = {},
): RootContent {
  const isInline = children.every(({ type: kind }) => inline.has(kind));
  const data = { hName: name, hProperties: { ...properties } as Record<string, string> };
  const type = isInline && children.length > 0 ? "paragraph" : "blockquote";
  return { type, data, children, ...placeOf(lines) } as RootContent;
}

/** Marks a directive that needs no closing line. */
const complete: object = { isComplete: true };

/** Creates an Offprint directive for another tool's block: closed, with its label as a paragraph. */
export function directiveNode(
  name: string,
  label: readonly PhrasingContent[],
  children: readonly RootContent[],
  lines: readonly BlockLine[],
  attributes: Readonly<Record<string, string | undefined>> = {},
): ContainerDirective {
  const entries = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const heading: Paragraph = {
    type: "paragraph",
    children: [...label],
    data: { directiveLabel: true },
    ...placeOf(lines.slice(0, 1)),
  };
  return {
    type: "containerDirective",
    name,
    attributes: Object.fromEntries(entries),
    children: [...(label.length > 0 ? [heading] : []), ...children] as ContainerDirective["children"],
    data: complete,
    ...placeOf(lines),
  };
}
