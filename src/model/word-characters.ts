import type { Element, ElementContent, Parents, Text } from "hast";

/** A word of a block, and where it stands. */
export interface Word {
  /** Counted from 0 through the block. */
  readonly index: number;
  readonly text: Text;
  readonly parent: Parents;
  /** UTF-16 code units from the beginning of the text node. */
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a block without those of the blocks in it: runs of what is not white space, or, in scripts without spaces
 * between words, characters. Two editions count the same as long as neither has added or taken away text.
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

/** What is no text but a drawing. */
const drawn = new Set(["math", "svg"]);
