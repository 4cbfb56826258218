import { visit } from "unist-util-visit";
import { messagesFor } from "../i18n/messages.ts";
import type { BackMatter, Chapter } from "../model/publication.ts";
import { indexOfTerms } from "./term-index.ts";

/** The index of terms at the end of a publication in which terms are marked. */
export function backIndex(chapters: readonly Chapter[], language: string): BackMatter[] {
  const { termIndex: title, see } = messagesFor(language);
  const taken = new Set(chapters.map(({ slug }) => slug));
  for (const { body } of chapters) visit(body, "element", ({ properties: { id } }) => void taken.add(String(id)));
  let id = "index";
  for (let number = 2; taken.has(id); number += 1) id = `index-${number}`;
  const index = indexOfTerms(chapters, { id, title, see, language });
  return index ? [index] : [];
}
