import type { Element } from "hast";
import { h } from "hastscript";
import type { GlossaryTerm } from "../config/glossary-file.ts";
import { type Messages, messagesFor } from "../i18n/messages.ts";
import type { EditionChapter, EditionPublication } from "./edition/edition-chapter.ts";
import type { GlossaryUses } from "./glossary.ts";

import { smartenText } from "./punctuation.ts";

/** Appends the used terms with their definitions: as the last section of an article, or as a chapter after others. */
export function appendGlossary(edition: EditionPublication): void {
  const { chapters, glossary: uses } = edition;
  const [only] = chapters;
  if (!uses || uses.used.size === 0 || !only) return;
  const words = messagesFor(uses.glossary.language);
  const properties = { className: ["glossary"], role: "doc-glossary" };
  const list = termList(uses);
  if (chapters.length > 1) edition.chapters = [...chapters, chapterOf(h("section", properties, list), uses, words)];
  else only.body.children.push(h("section", properties, h("h2", { id: uses.id }, words.glossary), list));
}

function chapterOf(section: Element, { id, glossary }: GlossaryUses, words: Messages): EditionChapter {
  return {
    slug: id,
    language: glossary.language,
    title: words.glossary,
    titleContent: [{ type: "text", value: words.glossary }],
    part: null,
    prefix: `${id}.`,
    body: { type: "root", children: [section] },
    footnotes: { type: "root", children: [] },
    abbreviations: new Map(),
    words,
    contents: [],
  };
}

function termList(uses: GlossaryUses): Element {
  const { compare } = new Intl.Collator(uses.glossary.language);
  const terms = [...uses.used].toSorted((a, b) => compare(a.term, b.term));
  return h("dl", ...terms.flatMap((term) => explain(term, uses)));
}

function explain(term: GlossaryTerm, { glossary, termIds }: GlossaryUses): Element[] {
  const { expansion, definition } = term;
  const smarten = (value: string): string => smartenText(value, glossary.language);
  return [
    h("dt", { id: termIds.get(term) }, h("dfn", term.term)),
    ...(expansion === undefined ? [] : [h("dd", { className: ["expansion"] }, smarten(expansion))]),
    ...(definition === undefined ? [] : [h("dd", smarten(definition))]),
  ];
}
