import type { Parents, PhrasingContent, Root } from "mdast";
import { SKIP, visit } from "../model/visit.ts";

/**
 * Splits links that contain a note reference or a citation, because it is a link itself and HTML does not allow nested links. The
 * reference is placed between the parts.
 */
export function splitLinks(tree: Root): void {
  visit(tree, ["link", "linkReference"], (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const pieces = split(node as PhrasingContent & Parents);
    if (pieces.length === 1 && pieces[0] === node) return undefined;
    (parent as Parents & { children: PhrasingContent[] }).children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

/** Splits a node into parts, with the references between them. */
function split(node: PhrasingContent & Parents): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let inside: PhrasingContent[] = [];
  const close = (): void => {
    if (inside.length > 0) pieces.push({ ...node, children: inside });
    inside = [];
  };
  for (const child of node.children) {
    const parts = "children" in child ? split(child) : [child];
    for (const part of parts) {
      if (part.type !== "footnoteReference" && part.type !== "citation") inside.push(part);
      else {
        close();
        pieces.push(part);
      }
    }
  }
  close();
  const isWhole = pieces.length === 1 && pieces[0]?.type === node.type;
  return isWhole || node.children.length === 0 ? [node] : pieces.map(withoutRepeatedId());
}

/** Keeps the id on the first part only. */
function withoutRepeatedId(): (piece: PhrasingContent) => PhrasingContent {
  let hasId = false;
  return (piece) => {
    const { hProperties } = (piece.data ?? {}) as { hProperties?: Record<string, unknown> };
    if (hProperties?.["id"] === undefined) return piece;
    if (!hasId) {
      hasId = true;
      return piece;
    }
    const { id: _, ...rest } = hProperties;
    return { ...piece, data: { ...piece.data, hProperties: rest } } as PhrasingContent;
  };
}
