import type { Nodes, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective, Directives, LeafDirective } from "mdast-util-directive";
import { carriedAttributes } from "./carried-attributes.ts";
import type { Report } from "./report.ts";

// What the directives have in common.

/** The `[label]` of a `:::` block and what stands below it. */
export function splitLabel(node: ContainerDirective): { label?: PhrasingContent[]; rest: RootContent[] } {
  const [first, ...rest] = node.children;
  const isLabel =
    first?.type === "paragraph" && (first.data as { directiveLabel?: boolean } | undefined)?.directiveLabel;
  return isLabel ? { label: first.children, rest } : { rest: node.children };
}

/** A block as an element of its own, with the attributes that its author gave it. */
export function element(
  node: ContainerDirective | LeafDirective,
  name: string,
  children: RootContent[],
  report: Report,
  extra: Record<string, string> = {},
): RootContent {
  const hProperties = { ...propertiesOf(node, report), ...extra };
  return { type: "blockquote", data: { hName: name, hProperties }, children: children as Paragraph[], ...at(node) };
}

/** The attributes of a directive that reach the reader. */
export function propertiesOf(node: Directives, report: Report): Record<string, string | string[]> {
  const { class: classes, ...rest } = node.attributes ?? {};
  const given = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value ?? ""]));
  return { ...carriedAttributes(given, node, report), ...(classes && { className: classes.split(/\s+/) }) };
}

/** The place of what a node is replaced by. */
export function at(node: Nodes): Pick<Nodes, "position"> | object {
  return node.position ? { position: node.position } : {};
}
