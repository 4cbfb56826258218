import { dirname, basename, join } from "node:path/posix";
import type { Root } from "xast";
import { visit } from "../../model/visit.ts";
import { allElements, type Parts, readPart } from "./parts.ts";

/**
 * Removes pictures whose file the document does not have, on which Mammoth fails. Returns how many there were. `path`: the
 * part of the document that the tree is.
 */
export function removeDeadPictures(tree: Root, parts: Parts, path: string): number {
  const relations = readPart(parts, join(dirname(path), "_rels", `${basename(path)}.rels`));
  const targets = new Map(
    (relations ? allElements(relations, "Relationship") : []).map(({ attributes }) => [attributes["Id"], attributes]),
  );
  const isDead = (id: string | null | undefined): boolean => {
    const target = targets.get(id ?? "");
    if (!target) return true;
    const file = target["Target"] ?? "";
    return (
      target["TargetMode"] !== "External" && !parts[file.startsWith("/") ? file.slice(1) : join(dirname(path), file)]
    );
  };
  let removed = 0;
  visit(tree, "element", (node, index, parent) => {
    const isPicture = node.name === "v:imagedata" || node.name === "a:blip";
    if (!isPicture || !parent || index === undefined) return undefined;
    const { attributes } = node;
    if (!isDead(attributes["r:embed"] ?? attributes["r:link"] ?? attributes["r:id"])) return undefined;
    parent.children.splice(index, 1);
    removed += 1;
    return index;
  });
  return removed;
}
