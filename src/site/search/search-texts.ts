import type { RootContent } from "hast";
import { z } from "zod";
import { contentId } from "../../model/own-ids.ts";
import { textOf } from "../../model/text-of.ts";
import { contentOfChapter, type Publication } from "../../model/publication.ts";

/** A search result: the text under a heading, and the heading's id in the web page. */
const searchText = z.object({ id: z.string(), title: z.string(), text: z.string() });

/** The schema of `search.json` beside a publication's files. */
export const searchTextsFile = z.array(searchText);

export type SearchText = z.output<typeof searchText>;

/** Returns a publication's text by the headings of its web page. */
export function searchTexts(publication: Publication): SearchText[] {
  const { chapters, backMatter, metadata } = publication;
  const sections: { id: string; title: string; words: string[] }[] = [];
  const open = (id: string, title: string): void => void sections.push({ id, title, words: [] });
  const walk = (node: RootContent): void => {
    if (node.type === "text") sections.at(-1)?.words.push(node.value);
    if (node.type !== "element") return;
    const { id } = node.properties;
    if (/^h[1-6]$/.test(node.tagName)) {
      if (typeof id === "string") open(id, textOf(node).trim());
      return;
    }
    const holdsHeadings = /^(?:section|div|article|aside|details|main)$/.test(node.tagName);
    if (holdsHeadings) node.children.forEach(walk);
    else sections.at(-1)?.words.push(textOf(node), " ");
  };
  for (const chapter of chapters) {
    open(chapters.length > 1 ? chapter.slug : contentId, chapters.length > 1 ? chapter.title : metadata.title);
    contentOfChapter(chapter).forEach(walk);
  }
  for (const { section } of backMatter) walk(section);
  return sections
    .map(({ id, title, words }) => ({ id, title, text: words.join("").replaceAll(/\s+/g, " ").trim() }))
    .filter(({ title, text }) => title !== "" || text !== "");
}
