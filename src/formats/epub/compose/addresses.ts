import type { Element } from "hast";
import { visit } from "../../../model/visit.ts";

/** A content document whose tree may still change. */
export interface DocumentTree {
  readonly path: string;
  readonly tree: Element;
}

/** Makes links to ids in other documents lead there. Ids are unique in the publication. */
export function linkAcross(leaves: readonly DocumentTree[]): void {
  const places = new Map(leaves.flatMap(({ path, tree }) => idsOf(tree).map((id) => [id, path] as const)));
  for (const { path, tree } of leaves) {
    visit(tree, "element", (node) => {
      const { href } = node.properties;
      if (typeof href !== "string" || !href.startsWith("#")) return;
      const place = places.get(href.slice(1));
      if (place !== undefined && place !== path) node.properties["href"] = fileName(place) + href;
    });
  }
}

/** Returns an address as written in a content document: all are in one folder. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function idsOf(tree: Element): string[] {
  const ids: string[] = [];
  visit(tree, "element", ({ properties: { id } }) => {
    if (id !== undefined) ids.push(String(id));
  });
  return ids;
}
