import type { Nodes, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective, TextDirective } from "mdast-util-directive";
import type { Properties } from "./directive.ts";

// What the directives have in common.

/** The `[label]` of a `:::` block and what stands below it. */
export function splitLabel(node: ContainerDirective): { label?: PhrasingContent[]; rest: RootContent[] } {
  const [first, ...rest] = node.children;
  const isLabel =
    first?.type === "paragraph" && (first.data as { directiveLabel?: boolean } | undefined)?.directiveLabel;
  return isLabel ? { label: first.children, rest } : { rest: node.children };
}

/** An element in the place of a directive. mdast has no node for it: a quotation stands for its kind of content. */
export function element(
  node: Nodes,
  name: string,
  properties: Properties,
  children: readonly RootContent[],
): RootContent {
  const data = { hName: name, hProperties: properties as Record<string, string | string[]> };
  return { type: "blockquote", data, children: children as Paragraph[], ...at(node) };
}

/** The same in a line of text. */
export function span(node: TextDirective, properties: Properties): PhrasingContent {
  const data = { hName: "span", hProperties: properties as Record<string, string | string[]> };
  return { type: "emphasis", children: node.children, data, ...at(node) };
}

export function paragraph(children: PhrasingContent[], className: string): Paragraph {
  return { type: "paragraph", children, data: { hProperties: { className: [className] } } };
}

/** The place of what a node is replaced by. */
export function at(node: Nodes): Pick<Nodes, "position"> | object {
  return node.position ? { position: node.position } : {};
}

/** Properties with a class before those that the author gave. */
export function withClass(name: string, properties: Properties): Properties {
  return { ...properties, className: [name, ...(properties["className"] ?? [])] };
}
