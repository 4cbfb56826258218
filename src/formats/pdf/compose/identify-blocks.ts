import type { Root } from "hast";
import { blocksOf } from "../../../model/blocks.ts";
import { blockId } from "../../../model/page-map.ts";

/** Gives every block an id, so that its position on paper can be measured. Returns the ids by block name, in order. */
export function identifyBlocks(tree: Root): Map<string, string> {
  return new Map(
    blocksOf(tree).map((node) => {
      const block = node.data?.block ?? "";
      node.properties.id ??= blockId(block);
      return [block, String(node.properties.id)];
    }),
  );
}
