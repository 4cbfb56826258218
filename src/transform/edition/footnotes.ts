import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { visit } from "../../model/visit.ts";
import type { Messages } from "../../i18n/messages.ts";
import { footnoteId, footnoteReferenceId } from "../../model/footnote.ts";
import { setData } from "../hast.ts";
import type { EditionChapter } from "./edition-chapter.ts";

/** The mark of a footnote, in the text and before the footnote; the list below counts in the same way. */
const mark = (number: number): string => String(number);

/** The way back to the first reference, which the fonts of every template have, and those to the others: ↑ 2 3. */
export const backMark = (use: number): string => (use === 1 ? "↑" : String(use));

/** The footnotes that a chapter refers to, in the order in which it does; others are gone. */
export function orderFootnotes({ body, footnotes }: EditionChapter): void {
  const items = new Map((footnotes.children as Element[]).map((item) => [item.data?.footnoteKey ?? "", item]));
  const ordered = new Set<string>();
  collect(body, ordered);
  // A footnote can refer to another one, which then comes behind.
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

/** How often a footnote is referred to. */
interface Footnote {
  readonly number: number;
  uses: number;
}

/**
 * Footnotes and references to them get their numbers, ids, accessible names and DPUB-ARIA 1.1 roles
 * (https://www.w3.org/TR/dpub-aria-1.1/). The footnotes are the section at the end of the chapter.
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
  const heading = h("h2", { id: `${prefix}notes` }, words.notes);
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
