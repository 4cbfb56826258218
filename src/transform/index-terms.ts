import type { Root } from "hast";
import { visit } from "../model/visit.ts";
import { markTerm } from "./term-index.ts";
import { textOf } from "./hast.ts";
import { smartenText } from "./punctuation.ts";
import { inOneLine } from "./whole-words.ts";

/**
 * Gives an id, distinct from those `taken`, to each marked term of a chapter without one; runs after all other ids are
 * assigned.
 */
export function nameTerms(tree: Root, language: string, taken: Set<string>): void {
  visit(tree, "element", (node) => {
    const { dataTerm, dataSub, dataSee, ...properties } = node.properties;
    if (dataTerm === undefined) return;
    const smart = (text: unknown): string => smartenText(inOneLine(String(text)), language);
    const term = dataTerm === "" ? inOneLine(textOf(node)).trim() : smart(dataTerm);
    markTerm(node, {
      term,
      ...(dataSub !== undefined && { sub: smart(dataSub) }),
      ...(dataSee !== undefined && { see: smart(dataSee) }),
    });
    node.properties = { ...properties, id: properties.id ?? free(taken) };
  });
}

function free(taken: Set<string>): string {
  let number = 1;
  while (taken.has(`index.${number}`)) number += 1;
  taken.add(`index.${number}`);
  return `index.${number}`;
}
