import type { Parents, Root, RootContent } from "mdast";
import type { LeafDirective } from "mdast-util-directive";
import { visit } from "unist-util-visit";

/** An `::include{file=part.md}` in a tree. */
export interface Include {
  /** In the file that it stands in, however the tree is moved later. */
  readonly position: LeafDirective["position"];
  readonly attributes: Readonly<Record<string, string>>;
  /** Put other content in its place. */
  readonly replace: (content: readonly RootContent[]) => void;
}

export function findIncludes(tree: Root): Include[] {
  const found: Include[] = [];
  visit(tree, "leafDirective", (node, _, parent) => {
    if (node.name !== "include" || !parent) return;
    const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? ""] as const);
    found.push({
      position: node.position,
      attributes: Object.fromEntries(attributes),
      replace: (content) => replace(node, parent, content),
    });
  });
  return found;
}

function replace(node: LeafDirective, parent: Parents, content: readonly RootContent[]): void {
  const { children } = parent as Root;
  children.splice(children.indexOf(node), 1, ...content);
}
