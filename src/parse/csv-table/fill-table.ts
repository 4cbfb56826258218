import type { RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { DirectiveInTree } from "../find-includes.ts";

type IsRead = (attribute: string) => boolean;

/** Returns the attributes of a table that concern its file. */
export function ownAttributes({ attributes }: DirectiveInTree, isRead: IsRead): Record<string, string> {
  const entries = Object.entries(attributes ?? {}).map(([name, value]) => [name, value ?? ""] as const);
  return Object.fromEntries(entries.filter(([name]) => isRead(name)));
}

/**
 * Returns a table as a closed block directive, with its caption, the content of its file and the remaining attributes.
 */
export function fillTable(node: DirectiveInTree, made: RootContent, isRead: IsRead): ContainerDirective {
  const others = Object.entries(node.attributes ?? {}).filter(([name]) => !isRead(name));
  const inside = node.type === "containerDirective" ? node.children : labelOf(node.children);
  const isLabelled = (inside[0]?.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true;
  const start = isLabelled ? 1 : 0;
  const data: object = { isComplete: true };
  return {
    type: "containerDirective",
    name: "table",
    attributes: Object.fromEntries(others),
    children: [...inside.slice(0, start), made as ContainerDirective["children"][number], ...inside.slice(start)],
    data,
    ...(node.position && { position: node.position }),
  };
}

const label: object = { directiveLabel: true };

function labelOf(
  children: Extract<DirectiveInTree, { type: "leafDirective" }>["children"],
): ContainerDirective["children"] {
  return children.length === 0 ? [] : [{ type: "paragraph", children, data: label }];
}
