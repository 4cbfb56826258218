import type { Element } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../model/visit.ts";
import { elementsIn } from "../model/hast.ts";

/** The gap between columns, in characters. */
const gap = 3;

/** Returns the sum, in characters, of each column's longest word: the least width at which no word is broken. */
export function leastWidth(table: Element): number {
  const columns: number[] = [];
  visit(table, "element", (row) => {
    if (row.tagName !== "tr") return;
    const cells = elementsIn(row);
    for (const [index, cell] of cells.entries()) {
      const words = toString(cell).split(/[\s-]+/);
      columns[index] = Math.max(columns[index] ?? 0, ...words.map(lengthOf));
    }
  });
  return columns.reduce((sum, width) => sum + width + gap, 0);
}

/** A line may end between any two; two wide characters are about as wide as three others. */
const wide = /[\p{Ideographic}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF00-\uFFEF]+/gu;

/** Addresses are split at break opportunities; scripts without spaces have words of a few letters. */
function lengthOf(word: string): number {
  const pieces = word.replaceAll(wide, " 文文文 ").split(/\s+|(?<=[/@?&=_.])(?=.)/u);
  return Math.max(
    0,
    ...pieces.map((piece) => (/\p{sc=Thai}/u.test(piece) ? Math.min(piece.length, 12) : piece.length)),
  );
}
