import type { Element, ElementContent, Root } from "hast";
import { visit } from "../model/visit.ts";

const phrases = new Set(["em", "i", "strong", "b", "del", "s", "u"]);
const wordEnd = /[\p{L}\p{N}]$/u;
const wordStart = /^[\p{L}\p{N}]/u;

/**
 * Moves spaces and breaks at the edges of emphasis outside, where Markdown needs no character references. Removes a
 * language in mid-word, which is an error of a word processor's spelling checker.
 */
export function settlePhrases(root: Root): void {
  visit(root, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.tagName === "span" && node.properties["lang"] !== undefined && isInWord(parent.children, index)) {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    if (!phrases.has(node.tagName)) return undefined;
    const before = takeEdge(node, "first");
    const after = takeEdge(node, "last");
    const isEmpty = node.children.length === 0;
    if (!isEmpty && before.length + after.length === 0) return undefined;
    parent.children.splice(index, 1, ...before, ...(isEmpty ? [] : [node]), ...after);
    return isEmpty ? index : index + before.length + 1;
  });
}

/** Removes and returns what is at an edge of an element and is not text. */
function takeEdge(node: Element, side: "first" | "last"): ElementContent[] {
  const taken: ElementContent[] = [];
  for (;;) {
    const child = node.children.at(side === "first" ? 0 : -1);
    if (child?.type === "element" && child.tagName === "br") {
      node.children.splice(node.children.indexOf(child), 1);
      taken.push(child);
      continue;
    }
    if (child?.type === "text") {
      const text = side === "first" ? child.value.trimStart() : child.value.trimEnd();
      if (text !== child.value) taken.push({ type: "text", value: " " });
      child.value = text;
      if (text === "") {
        node.children.splice(node.children.indexOf(child), 1);
        continue;
      }
    }
    return side === "first" ? taken : taken.toReversed();
  }
}

function isInWord(siblings: readonly (ElementContent | Root["children"][number])[], index: number): boolean {
  const [before, own, after] = [siblings[index - 1], siblings[index], siblings[index + 1]].map((node) =>
    node ? textOf(node) : "",
  );
  const touchesBefore = wordEnd.test(before ?? "") && wordStart.test(own ?? "");
  return touchesBefore || (wordEnd.test(own ?? "") && wordStart.test(after ?? ""));
}

function textOf(node: ElementContent | Root["children"][number]): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}
