import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { visit } from "../../model/visit.ts";
import type { Messages } from "../../i18n/messages.ts";
import { classesOf, isElement } from "../hast.ts";
import type { NumberedKind } from "../typed-nodes.ts";
import { treesOf } from "../whole-publication.ts";
import type { EditionPublication } from "./edition-chapter.ts";

/**
 * Everything that is counted gets its number, each kind for itself through the whole publication, and its label: "Figure 2."
 * before a caption, "(3)" behind a formula.
 */
export function numberLabels({ chapters, numbers }: EditionPublication): void {
  const counts: Record<NumberedKind, number> = { figure: 0, table: 0, box: 0, equation: 0 };
  for (const chapter of chapters) {
    for (const tree of treesOf(chapter)) {
      visit(tree, "element", (node: Element) => {
        const kind = node.data?.numbered;
        if (kind === undefined || !writeLabel(node, kind, counts[kind] + 1, chapter.words)) return;
        counts[kind] += 1;
        const { id } = node.properties;
        if (id !== undefined) numbers.set(String(id), { kind, number: counts[kind] });
      });
    }
  }
}

/** Whether there is a place for it: an edition may leave out a caption. */
function writeLabel(element: Element, kind: NumberedKind, number: number, words: Messages): boolean {
  if (kind === "equation") {
    element.children.push(h("span", { className: ["formula-number"] }, `(${number})`));
    return true;
  }
  const place = element.children.find((child): child is Element => isPlace[kind](child));
  const label = h("span", { className: [kind === "box" ? "box-label" : "caption-label"] }, `${words[kind]} ${number}.`);
  place?.children.unshift(label, { type: "text", value: " " });
  return place !== undefined;
}

const isCaption = (node: ElementContent): boolean => isElement(node, "figcaption", "caption");

/** What begins with the label of a kind. */
const isPlace: Record<Exclude<NumberedKind, "equation">, (node: ElementContent) => boolean> = {
  figure: isCaption,
  table: isCaption,
  box: (node) => isElement(node) && classesOf(node).includes("callout-title"),
};
