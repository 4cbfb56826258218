import type { Element } from "hast";
import type { GlossaryTerm } from "../config/glossary-file.ts";
import { messagesFor } from "../i18n/messages.ts";
import type { Chapter } from "../model/publication.ts";
import type { GlossaryUses } from "./glossary.ts";
import { make } from "./hast.ts";
import { smartenText } from "./punctuation.ts";

/** The terms that the text uses, with what they mean: the last section of an article, a chapter of its own after others. */
export function appendGlossary(chapters: readonly Chapter[], uses: GlossaryUses): Chapter[] {
  const [only] = chapters;
  if (uses.used.size === 0 || !only) return [...chapters];
  const { id } = uses;
  const title = messagesFor(uses.glossary.language).glossary;
  const properties = { className: ["glossary"], role: "doc-glossary" };
  const list = termList(uses);
  if (chapters.length > 1) {
    const body = { type: "root" as const, children: [make("section", properties, list)] };
    const titleContent = [{ type: "text" as const, value: title }];
    const { language } = uses.glossary;
    return [...chapters, { slug: id, language, title, titleContent, part: null, body, contents: [] }];
  }
  const section = make("section", properties, make("h2", { id }, title), list);
  const contents = [...only.contents];
  // The notes stay the last.
  contents.splice(only.notes ? -1 : contents.length, 0, { id, title, depth: 2, children: [] });
  return [{ ...only, body: { ...only.body, children: [...only.body.children, section] }, contents }];
}

function termList(uses: GlossaryUses): Element {
  const { compare } = new Intl.Collator(uses.glossary.language);
  const terms = [...uses.used].toSorted((a, b) => compare(a.term, b.term));
  return make("dl", {}, ...terms.flatMap((term) => explain(term, uses)));
}

function explain(term: GlossaryTerm, { glossary, termIds }: GlossaryUses): Element[] {
  const { expansion, definition } = term;
  const smarten = (value: string): string => smartenText(value, glossary.language);
  return [
    make("dt", { id: termIds.get(term) }, make("dfn", {}, term.term)),
    ...(expansion === undefined ? [] : [make("dd", { className: ["expansion"] }, smarten(expansion))]),
    ...(definition === undefined ? [] : [make("dd", {}, smarten(definition))]),
  ];
}
