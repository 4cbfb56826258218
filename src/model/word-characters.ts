import type { Element, ElementContent, Parents, Text } from "hast";

/** A word of a block and its position. */
export interface Word {
  /** Counted from 0 through the block. */
  readonly index: number;
  readonly text: Text;
  readonly parent: Parents;
  /** UTF-16 code units from the start of the text node. */
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the words of a block, without those of blocks in it: runs of non-space characters or, in scripts without
 * spaces between words, characters. Two editions count the same words as long as neither adds or removes text.
 */
export function wordsOf(block: Element): Word[] {
  const found: Word[] = [];
  const walk = (node: ElementContent, parent: Parents): void => {
    if (node.type === "text") {
      for (const match of node.value.matchAll(word)) {
        const start = match.index;
        found.push({ index: found.length, text: node, parent, start, end: start + match[0].length });
      }
    }
    if (node.type !== "element" || node.data?.block !== undefined || drawn.has(node.tagName)) return;
    for (const child of node.children) walk(child, node);
  };
  for (const child of block.children) walk(child, block);
  return found;
}

const word = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/gu;

/** Elements that are drawn, not text. */
const drawn = new Set(["math", "svg"]);
