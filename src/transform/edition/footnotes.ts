import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { visit } from "../../model/visit.ts";
import type { Messages } from "../../i18n/messages.ts";
import { footnoteId, footnoteReferenceId } from "../../model/footnote.ts";
import { notesId } from "../../model/own-ids.ts";
import { setData } from "../hast.ts";
import type { EditionChapter } from "./edition-chapter.ts";

/** The footnote mark, in the text and before the footnote; the list of footnotes counts the same way. */
const mark = (number: number): string => String(number);

/**
 * The text of back-links: an arrow, which every template's fonts have, for the first reference, and numbers for others:
 * ↑ 2 3.
 */
export const backMark = (use: number): string => (use === 1 ? "↑" : String(use));

/** Keeps the footnotes that a chapter refers to, in the order of the references. */
export function orderFootnotes({ body, footnotes }: EditionChapter): void {
  const items = new Map((footnotes.children as Element[]).map((item) => [item.data?.footnoteKey ?? "", item]));
  const ordered = new Set<string>();
  collect(body, ordered);
  // A footnote may refer to another one, which then follows.
  for (const key of ordered) {
    const item = items.get(key);
    if (item) collect({ type: "root", children: [item] }, ordered);
  }
  footnotes.children = [...ordered].flatMap((key) => items.get(key) ?? []);
}

function collect(tree: Root, keys: Set<string>): void {
  visit(
    tree,
    "element",
    ({ data }) => void (data?.footnoteReference !== undefined && keys.add(data.footnoteReference)),
  );
}

/** Number of references to a footnote. */
interface Footnote {
  readonly number: number;
  uses: number;
}

/**
 * Adds numbers, ids, accessible names and DPUB-ARIA 1.1 roles to footnotes and their references
 * (https://www.w3.org/TR/dpub-aria-1.1/), and creates the footnote section at the end of the chapter.
 */
export function writeFootnotes(
  chapter: Pick<EditionChapter, "body" | "footnotes" | "prefix" | "words" | "notes">,
): void {
  const { body, footnotes, prefix, words } = chapter;
  const items = footnotes.children as Element[];
  if (items.length === 0) return;
  const byKey = new Map(
    items.map((item, index): [string, Footnote] => [item.data?.footnoteKey ?? "", { number: index + 1, uses: 0 }]),
  );
  for (const tree of [body, footnotes]) {
    visit(tree, "element", (node) => {
      const footnote = byKey.get(node.data?.footnoteReference ?? "");
      if (footnote) writeReference(node, footnote, prefix, words);
    });
  }
  for (const item of items) {
    const footnote = byKey.get(item.data?.footnoteKey ?? "");
    if (footnote) writeFootnote(item, footnote, prefix, words);
  }
  const heading = h("h2", { id: prefix + notesId }, words.notes);
  chapter.notes = h("section", { className: ["notes"], role: "doc-endnotes" }, heading, h("ol", ...items));
  footnotes.children = [];
}

function writeReference(node: Element, footnote: Footnote, prefix: string, words: Messages): void {
  const { number } = footnote;
  footnote.uses += 1;
  node.tagName = "a";
  node.properties = {
    id: footnoteReferenceId(prefix, number, footnote.uses),
    href: `#${footnoteId(prefix, number)}`,
    role: "doc-noteref",
    ariaLabel: `${words.note} ${mark(number)}`,
    className: ["note-reference"],
  };
  node.children = [{ type: "text", value: mark(number) }];
}

function writeFootnote(item: Element, { number, uses }: Footnote, prefix: string, words: Messages): void {
  const id = footnoteId(prefix, number);
  item.properties = { id };
  setData(item, { footnote: { number, mark: mark(number) } });
  const links = Array.from({ length: uses }, (_, index) => backLink(number, index + 1, prefix, words));
  const spaced = links.flatMap((link, index): ElementContent[] =>
    index === 0 ? [link] : [{ type: "text", value: " " }, link],
  );
  visit(item, "element", (node, index, parent) => {
    if (node.data?.footnoteBackLinks && parent && index !== undefined) parent.children.splice(index, 1, ...spaced);
  });
}

function backLink(number: number, use: number, prefix: string, words: Messages): Element {
  const ariaLabel = `${words.backToText}: ${words.note} ${mark(number)}${use === 1 ? "" : `, ${use}`}`;
  const href = `#${footnoteReferenceId(prefix, number, use)}`;
  const link = h("a", { href, role: "doc-backlink", ariaLabel, className: ["note-back"] }, backMark(use));
  setData(link, { footnoteBackLink: { footnote: footnoteId(prefix, number), use } });
  return link;
}
