import type { ElementContent, Root } from "hast";
import { blocksOf } from "../../../model/blocks.ts";
import { wordId } from "../../../model/page-map.ts";
import { type Word, wordsOf } from "../../../model/word-characters.ts";

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
      children.splice(children.indexOf(text), 1, ...divide(text.value, words, block));
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

function divide(value: string, words: readonly Word[], block: string): ElementContent[] {
  const pieces: ElementContent[] = [];
  let end = 0;
  for (const word of words) {
    if (word.start > end) pieces.push({ type: "text", value: value.slice(end, word.start) });
    pieces.push({
      type: "element",
      tagName: "span",
      properties: { id: wordId(block, word.index) },
      children: [{ type: "text", value: value.slice(word.start, word.end) }],
    });
    ({ end } = word);
  }
  if (end < value.length) pieces.push({ type: "text", value: value.slice(end) });
  return pieces;
}
