import type { ElementContent, Root, RootContent } from "hast";
import type { Publication } from "./publication.ts";

/** Class of an image whose alternative text is a placeholder, because the author wrote none. */
export const undescribed = "undescribed";

/**
 * Reports whether every image has an author's description. Only then may a file claim conformance that requires it (ISO
 * 14289-1, 7.3).
 */
export function describesImages({ chapters }: Pick<Publication, "chapters">): boolean {
  return !chapters.some(({ body, notes }) => holdsUndescribed(body) || (notes && holdsUndescribed(notes)));
}

function holdsUndescribed(node: Root | RootContent | ElementContent): boolean {
  if (node.type === "root") return node.children.some(holdsUndescribed);
  if (node.type !== "element") return false;
  const isUndescribed = node.tagName === "img" && [node.properties["className"]].flat().includes(undescribed);
  return isUndescribed || node.children.some(holdsUndescribed);
}
