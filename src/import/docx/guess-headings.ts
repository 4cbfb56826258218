import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";

/** In a document without headings, makes short lines that are completely bold its headings, the first its title. */
export function guessHeadings(root: Root): void {
  const blocks = root.children.filter((child): child is Element => child.type === "element");
  if (blocks.some(({ tagName }) => /^h[1-6]$/.test(tagName))) return;
  const strong = blocks.filter((block, index) => isHeadingLike(block) && blocks[index + 1] !== undefined);
  for (const block of strong) {
    block.children = block.children.flatMap((child) =>
      child.type === "element" && child.tagName === "strong" ? child.children : [child],
    );
    block.tagName = block === blocks[0] && strong.length > 1 ? "h1" : "h2";
  }
}

function isHeadingLike(block: Element): boolean {
  const text = toString(block).trim();
  if (block.tagName !== "p" || text === "" || text.length > 90 || /[.,;:!]$/.test(text)) return false;
  return block.children.every((child) =>
    child.type === "text" ? child.value.trim() === "" : child.type === "element" && child.tagName === "strong",
  );
}
