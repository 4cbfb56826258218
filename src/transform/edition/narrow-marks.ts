import type { Element, ElementContent, Root, Text } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "../../model/visit.ts";
import { hasWideMarks, narrowMarks } from "../../model/wide-characters.ts";
import { isElement } from "../hast.ts";

/** Elements that words of a line stand in. */
export const inline = new Set("a abbr b bdi bdo cite del dfn em i ins mark q s small span strong u".split(" "));
const inLine = new Set([...inline, "ruby", "rb"]);

/** Placeholder for non-text content of a line, which is as narrow as a letter. */
const object = "\uFFFC";

/** Punctuation that is full-width in Chinese and Japanese, but may be next to Latin letters. */
const shared = /[“”‘’…—]/u;

/**
 * Keeps punctuation of Latin words in Chinese or Japanese text narrow: an apostrophe, and a quotation, dash or ellipsis
 * without an adjacent wide character (W3C, Requirements for Chinese Text Layout, 3.1). The same in parts in these languages.
 */
export function markNarrowMarks(tree: Root | Element, language: string): void {
  if (hasWideMarks(language)) return markIn(tree);
  visit(tree, "element", (node) => {
    const { lang } = node.properties;
    if (typeof lang !== "string" || !hasWideMarks(lang)) return undefined;
    markIn(node);
    return SKIP;
  });
}

function markIn(node: Root | Element): void {
  const line: { value: string; text?: Text }[] = [];
  const gather = ({ children }: Root | Element): void => {
    for (const child of children as ElementContent[]) {
      if (child.type === "text") line.push({ value: child.value, text: child });
      else if (child.type === "element" && inLine.has(child.tagName)) gather(child);
      else if (child.type === "element" && !isElement(child, "rt", "rp", "rtc")) line.push({ value: object });
    }
  };
  gather(node);
  const narrow = narrowMarks(line.map(({ value }) => value).join(""));
  const parts = new Map<Text, ElementContent[]>();
  line.reduce((start, { value, text }) => {
    if (text) parts.set(text, split(text, start, narrow));
    return start + value.length;
  }, 0);
  const rebuild = (parent: Root | Element): void => {
    parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
      if (child.type === "text") return parts.get(child) ?? [child];
      if (child.type === "element" && inLine.has(child.tagName)) rebuild(child);
      else if (child.type === "element" && !isElement(child, "math", "svg", "pre", "code", "kbd", "samp"))
        markIn(child);
      return [child];
    });
  };
  rebuild(node);
}

function split(text: Text, start: number, narrow: ReadonlySet<number>): ElementContent[] {
  const pieces = Array.from(text.value.matchAll(/[“”‘’…—]+|[^“”‘’…—]+/gu), ({ 0: value, index }) => ({
    value,
    isNarrow: shared.test(value) && narrow.has(start + index),
  }));
  if (!pieces.some(({ isNarrow }) => isNarrow)) return [text];
  return pieces.map(({ value, isNarrow }) =>
    isNarrow ? h("span", { className: ["narrow-mark"] }, value) : { type: "text", value },
  );
}
