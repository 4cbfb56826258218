import type { Root } from "hast";
import { blocksOf } from "../../../model/blocks.ts";
import { blockId } from "../../../model/page-map.ts";

/** Give every block an id, so that its place on paper can be found; tells which ids they are, in their order. */
export function identifyBlocks(tree: Root): Map<string, string> {
  return new Map(
    blocksOf(tree).map((node) => {
      const block = node.data?.block ?? "";
      node.properties.id ??= blockId(block);
      return [block, String(node.properties.id)];
    }),
  );
}
