import type { Element, ElementContent } from "hast";
import { SKIP, visit } from "../../../model/visit.ts";

/**
 * Removes nested links, which XHTML forbids: a footnote reference moves behind the outer link, any other is unwrapped.
 */
export function unnestLinks(tree: Element): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "a" || !parent || index === undefined) return undefined;
    const references: ElementContent[] = [];
    node.children = node.children.flatMap((child) => withoutLinks(child, references));
    parent.children.splice(index + 1, 0, ...references);
    return [SKIP, index + 1 + references.length];
  });
}

function withoutLinks(node: ElementContent, references: ElementContent[]): ElementContent[] {
  if (node.type !== "element") return [node];
  const [only] = node.children;
  const isReference = node.tagName === "sup" && only?.type === "element" && only.properties.role === "doc-noteref";
  if (isReference) {
    references.push(node);
    return [];
  }
  const children = node.children.flatMap((child) => withoutLinks(child, references));
  return node.tagName === "a" ? children : [{ ...node, children }];
}
