import type { PhrasingContent } from "mdast";
import type { TextDirective } from "mdast-util-directive";
import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { markTerm } from "./term-index.ts";
import { at, propertiesOf } from "./directive-parts.ts";
import { textOf } from "./hast.ts";
import { smartenText } from "./punctuation.ts";
import type { Report } from "./report.ts";
import { inOneLine } from "./whole-words.ts";

/**
 * `:index[words]{term="…" sub="…"}`: a place that the index leads to, under the words or another term; without words it
 * is not seen. `see="…"` leads from one term to another and marks no place.
 */
export function indexTerm(node: TextDirective, report: Report): PhrasingContent[] {
  const { term = "", sub, see, ...others } = node.attributes ?? {};
  if (node.children.length === 0 && !term) {
    const message = "This mark for the index has no words and no term.";
    report("directiveComplete", node, message, 'Write :index[words] or :index{term="a term"}.');
    return [];
  }
  const hProperties = {
    ...propertiesOf({ ...node, attributes: others }, report),
    dataTerm: term ?? "",
    ...(sub && { dataSub: sub }),
    ...(see && { dataSee: see }),
  };
  return [{ type: "emphasis", children: node.children, data: { hName: "span", hProperties }, ...at(node) }];
}

/** The marks of a chapter, when its ids are settled: each gets an id where it has none, unlike those that are `taken`. */
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
