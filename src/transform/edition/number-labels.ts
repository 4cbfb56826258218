import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { visit } from "../../model/visit.ts";
import type { Messages } from "../../i18n/messages.ts";
import { classesOf, isElement } from "../hast.ts";
import type { NumberedKind } from "../typed-nodes.ts";
import { treesOf } from "../whole-publication.ts";
import type { EditionPublication, Numbered } from "./edition-chapter.ts";

/**
 * Numbers everything that is counted, each kind separately through the whole publication, and writes its label: "Figure
 * 2." before a caption, "(3)" after a formula.
 */
export function numberLabels({ chapters, numbers }: EditionPublication): void {
  const counts: Record<NumberedKind, number> = { figure: 0, table: 0, box: 0, equation: 0 };
  const count = { parts: 0 };
  const numberOf = (node: Element, words: Messages): Numbered | undefined => {
    const kind = node.data?.numbered;
    if (kind === undefined) return undefined;
    if (node.data?.isPart) return { kind, number: counts.figure, letter: writePartLabel(node, (count.parts += 1)) };
    if (!writeLabel(node, kind, counts[kind] + 1, words)) return undefined;
    counts[kind] += 1;
    count.parts = 0;
    return { kind, number: counts[kind] };
  };
  for (const { words, ...chapter } of chapters) {
    for (const tree of treesOf(chapter)) {
      visit(tree, "element", (node: Element) => {
        const numbered = numberOf(node, words);
        const { id } = node.properties;
        if (numbered && id !== undefined) numbers.set(String(id), numbered);
      });
    }
  }
}

/** Returns a, b, … z, aa. */
function letterOf(count: number): string {
  const last = String.fromCodePoint(97 + ((count - 1) % 26));
  return count > 26 ? letterOf(Math.floor((count - 1) / 26)) + last : last;
}

function writePartLabel(element: Element, part: number): string {
  const letter = letterOf(part);
  const place = element.children.find((child): child is Element => isCaption(child));
  const label = h("span", { className: ["caption-label"] }, `(${letter})`);
  const space = place && place.children.length > 0 ? [{ type: "text" as const, value: " " }] : [];
  place?.children.unshift(label, ...space);
  return letter;
}

/** Writes a label, if there is a place for it: an edition may leave out a caption. */
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

/** Elements that start with the label of a kind. */
const isPlace: Record<Exclude<NumberedKind, "equation">, (node: ElementContent) => boolean> = {
  figure: isCaption,
  table: isCaption,
  box: (node) => isElement(node) && classesOf(node).includes("callout-title"),
};
