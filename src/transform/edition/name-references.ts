import type { Element } from "hast";
import { visit } from "../../model/visit.ts";
import type { Messages } from "../../i18n/messages.ts";
import { textOf } from "../hast.ts";
import type { Reference } from "../typed-nodes.ts";
import { treesOf } from "../whole-publication.ts";
import type { EditionPublication } from "./edition-chapter.ts";

/** Gives cross-references the names of their targets in this edition: "Figure 2", "First steps". */
export function nameReferences(edition: EditionPublication): void {
  const headings = new Map<string, Element>();
  const trees = edition.chapters.flatMap(treesOf);
  for (const tree of trees) {
    visit(tree, "element", (node: Element) => {
      if (/^h[2-6]$/.test(node.tagName)) headings.set(String(node.properties.id), node);
    });
  }
  for (const chapter of edition.chapters) {
    for (const tree of treesOf(chapter)) {
      visit(tree, "element", (node: Element) => {
        const reference = node.data?.reference;
        if (!reference) return;
        const name = nameOf(reference, edition, headings, chapter.words);
        // Keeps a number on the same line as its word.
        node.children = [{ type: "text", value: name.replace(/ (?=\d+[a-z]*$)/, "\u00A0") }];
        if (reference.kind === "glossary" && (edition.glossary?.used.size ?? 0) === 0) unlink(node);
      });
    }
  }
}

/** Returns the name in the language of the referring chapter. An element left out of the edition has no number. */
function nameOf(
  { kind, id, title }: Reference,
  { numbers }: EditionPublication,
  headings: ReadonlyMap<string, Element>,
  words: Messages,
): string {
  if (kind === "glossary") return words.glossary;
  if (kind === "chapter") return title;
  const heading = headings.get(id);
  if (kind === "section") return heading ? textOf(heading).trim() : title;
  const { number, letter = "" } = numbers.get(id) ?? {};
  return number === undefined ? words[kind] : `${words[kind]} ${number}${letter}`;
}

function unlink(node: Element): void {
  node.tagName = "span";
  node.properties = {};
}
