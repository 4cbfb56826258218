import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { visit } from "../../../model/visit.ts";
import { directionOf } from "../../../config/metadata.ts";
import { noteEndId } from "../../../model/page-map.ts";
import { type FoundNote, noteItems, noteList, noteSections } from "./find-footnotes.ts";
import { pathTo } from "./path-to.ts";
import { insertNote } from "./footnote-placement.ts";

/**
 * Moves footnotes from the sections at the end to where they are read: after the paragraph, or into the list item or
 * cell, that refers to them. The style sheet positions them on paper. `language` is the document's.
 */
export function moveNotes(tree: Root, notes: readonly FoundNote[], className: string, language: string): void {
  const boxes = new Map<string, Element>();
  for (const section of noteSections(tree)) {
    const noteLanguage = languageAt(tree, section) ?? language;
    for (const item of noteItems(section)) {
      const id = String(item.properties.id);
      if (notes.some((note) => note.id === id)) boxes.set(id, toBox(item, className, noteLanguage));
    }
    keepOthers(tree, section, boxes);
  }
  for (const { id, reference } of notes) {
    const box = boxes.get(id);
    if (box) insertNote(tree, box, reference);
  }
}

/** Turns a list item into a box that keeps its number as text, with a mark at its end for measuring. */
function toBox(item: Element, className: string, language: string): Element {
  const id = String(item.properties.id);
  const number = h("span", { className: ["note-number"] }, item.data?.footnote?.mark ?? "");
  const children = [...item.children];
  const first = children.find((child) => child.type === "element");
  if (first?.tagName === "p") first.children.unshift(number, { type: "text", value: " " });
  else children.unshift(h("p", number));
  // Explicit, because browsers give an aside in a section no role unless it has a name.
  const role = "complementary";
  const attributes = { role, lang: language, dir: directionOf(language) };
  const box = h("aside", { id, className: [className], dataNote: "", ...attributes }, [
    ...children,
    h("div", { id: noteEndId(id) }),
  ]);
  // The box is not a block of the text: no page begins with it.
  visit(box, "element", (node) => void delete node.data?.block);
  return box;
}

/** Keeps the numbers of the footnotes that stay at the end; removes sections without footnotes. */
function keepOthers(tree: Root, section: Element, moved: ReadonlyMap<string, Element>): void {
  const list = noteList(section);
  const remaining = noteItems(section).filter(({ properties: { id } }) => !moved.has(String(id)));
  for (const item of remaining) item.properties["value"] = String(item.data?.footnote?.number ?? "");
  if (list) list.children = remaining;
  if (remaining.length > 0) return;
  const siblings = pathTo(tree, (node) => node === section).at(-2)?.children as ElementContent[] | undefined;
  siblings?.splice(siblings.indexOf(section), 1);
}

/** Returns the language of the nearest ancestor that has one. */
function languageAt(tree: Root, section: Element): string | undefined {
  const around = pathTo(tree, (node) => node === section).findLast(
    (node) => node.type === "element" && node.properties["lang"] !== undefined,
  );
  return around?.type === "element" ? String(around.properties["lang"]) : undefined;
}
