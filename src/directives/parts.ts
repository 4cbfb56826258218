import type { Nodes, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective, TextDirective } from "mdast-util-directive";
import type { Properties } from "./directive.ts";

// Helpers shared by the directives.

/** Splits a `:::` block into its `[label]` and the rest. */
export function splitLabel(node: ContainerDirective): { label?: PhrasingContent[]; rest: RootContent[] } {
  const [first, ...rest] = node.children;
  const isLabel =
    first?.type === "paragraph" && (first.data as { directiveLabel?: boolean } | undefined)?.directiveLabel;
  return isLabel ? { label: first.children, rest } : { rest: node.children };
}

/** Creates an element in place of a directive. mdast has no node for it, so a quotation carries its name. */
export function element(
  node: Nodes,
  name: string,
  properties: Properties,
  children: readonly RootContent[],
): RootContent {
  const data = { hName: name, hProperties: properties as Record<string, string | string[]> };
  return { type: "blockquote", data, children: children as Paragraph[], ...at(node) };
}

/** Creates an inline element. */
export function span(node: TextDirective, properties: Properties): PhrasingContent {
  const data = { hName: "span", hProperties: properties as Record<string, string | string[]> };
  return { type: "emphasis", children: node.children, data, ...at(node) };
}

export function paragraph(children: PhrasingContent[], className: string): Paragraph {
  return { type: "paragraph", children, data: { hProperties: { className: [className] } } };
}

/** Returns the position for the replacement of a node. */
export function at(node: Nodes): Pick<Nodes, "position"> | object {
  return node.position ? { position: node.position } : {};
}

/** Adds a class before those that the author gave. */
export function withClass(name: string, properties: Properties): Properties {
  return { ...properties, className: [name, ...(properties["className"] ?? [])] };
}
