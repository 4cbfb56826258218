import type { Element } from "hast";
import { visit } from "../../model/visit.ts";
import { textOf } from "../../model/text-of.ts";
import { classesOf, isElement } from "../hast.ts";
import { treesOf } from "../whole-publication.ts";
import type { EditionPublication } from "./edition-chapter.ts";

/**
 * Gives images whose alternative text is their caption, as in pandoc, the words of the caption as it is printed: names of
 * references and signs of formulas instead of their source.
 */
export function nameByCaptions({ chapters }: EditionPublication): void {
  for (const tree of chapters.flatMap(treesOf)) {
    visit(tree, "element", (figure) => {
      if (figure.tagName !== "figure") return;
      const caption = figure.children.find((child): child is Element => isElement(child, "figcaption"));
      visit(figure, "element", (node) => {
        if (node.properties["dataCaptionAlt"] !== undefined && caption) describe(node, wordsOf(caption));
      });
    });
    visit(tree, "element", (node) => void delete node.properties["dataCaptionAlt"]);
  }
}

function wordsOf(caption: Element): string {
  const words = caption.children.filter((child) => !(isElement(child) && classesOf(child).includes("caption-label")));
  return words.map(textOf).join("").replaceAll(/\s+/g, " ").trim();
}

/** An image has an alternative text; the frame in place of one shows it. */
function describe(node: Element, words: string): void {
  const [first] = node.children;
  if (node.tagName === "img") node.properties["alt"] = words;
  else if (first?.type === "text") first.value = first.value.endsWith(" ") ? `${words} ` : words;
}
