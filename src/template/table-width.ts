import type { Element, Nodes } from "hast";
import { visit } from "../model/visit.ts";
import { elementsIn } from "../model/hast.ts";
import { shortWide, unbreakable } from "./keep-whole.ts";

/** The gap between columns, in characters. */
const gap = 3;

/** Returns the sum, in characters, of each column's longest word: the least width at which no word is broken. */
export function leastWidth(table: Element): number {
  const columns: number[] = [];
  visit(table, "element", (row) => {
    if (row.tagName !== "tr") return;
    const cells = elementsIn(row);
    for (const [index, cell] of cells.entries()) {
      const words = spacedText(cell)
        .replaceAll(unbreakable, joined)
        .split(/[\s-]+/);
      columns[index] = Math.max(columns[index] ?? 0, ...words.map(lengthOf));
    }
  });
  return columns.reduce((sum, width) => sum + width + gap, 0);
}

/** With non-breaking hyphens. */
function joined(text: string): string {
  return text.replaceAll("-", "\u{2011}");
}

/** A line may end between any two; two wide characters are about as wide as three others. */
const wide = /[\p{Ideographic}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF00-\uFFEF]+/gu;

/** Addresses are split at break opportunities; scripts without spaces have words of a few letters. */
function lengthOf(word: string): number {
  const pieces = word
    .replaceAll(shortWide, (short) => (short.length > 2 ? " wwwww " : " www "))
    .replaceAll(wide, " 文文文 ")
    .split(/\s+|(?<=[/@?&=_.])(?=.)/u);
  return Math.max(
    0,
    ...pieces.map((piece) => (/\p{sc=Thai}/u.test(piece) ? Math.min(piece.length, 12) : piece.length)),
  );
}

const blocks = new Set([
  "br",
  "p",
  "div",
  "ul",
  "ol",
  "li",
  "dl",
  "dt",
  "dd",
  "pre",
  "blockquote",
  "figure",
  "section",
]);

/** Returns text with a space at line breaks and around blocks, where no word goes on. */
export function spacedText(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  const text = node.children.map(spacedText).join("");
  return node.type === "element" && blocks.has(node.tagName) ? ` ${text} ` : text;
}
