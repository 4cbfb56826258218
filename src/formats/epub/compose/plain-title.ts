import type { ElementContent } from "hast";

/** Removes what cannot be repeated or leads elsewhere from a title's inline markup: ids, links, images. */
export function plainTitle(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (node.type === "text") return [{ ...node }];
    if (node.type !== "element") return [];
    if (node.tagName === "img") return [{ type: "text", value: String(node.properties["alt"] ?? "") }];
    const children = plainTitle(node.children);
    const { id: _, ...properties } = node.properties;
    return node.tagName === "a" ? children : [{ ...node, properties, children }];
  });
}
