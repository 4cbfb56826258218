import type { Root } from "hast";
import { h } from "hastscript";
import { blocksOf } from "../../../model/blocks.ts";
import { divideText } from "../../../model/divide-text.ts";
import { wordId } from "../../../model/page-map.ts";
import { wordsOf } from "../../../model/word-characters.ts";

/**
 * Wraps every word of the given blocks in an element with an id, for a print that measures where lines and pages break.
 * Words are counted, so this must run before anything adds text.
 */
export function markWords(tree: Root, blocks: ReadonlySet<string>): void {
  for (const node of blocksOf(tree)) {
    const block = node.data?.block ?? "";
    if (!blocks.has(block)) continue;
    for (const [text, words] of Map.groupBy(wordsOf(node), (word) => word.text)) {
      const { children } = words[0]?.parent ?? node;
      const found = words.map(({ start, end, index }) => ({
        index: start,
        0: text.value.slice(start, end),
        word: index,
      }));
      const pieces = divideText(text.value, found, ({ 0: written, word }) => [
        h("span", { id: wordId(block, word) }, written),
      ]);
      children.splice(children.indexOf(text), 1, ...pieces);
    }
  }
}

/** Returns the words of the given blocks, by block name. */
export function wordsInBlocks(tree: Root, blocks: ReadonlySet<string>): Map<string, string[]> {
  const wanted = blocksOf(tree).filter((node) => blocks.has(node.data?.block ?? ""));
  return new Map(
    wanted.map((node) => [
      node.data?.block ?? "",
      wordsOf(node).map(({ text, start, end }) => text.value.slice(start, end)),
    ]),
  );
}
