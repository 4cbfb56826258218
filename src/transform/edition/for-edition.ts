import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import { messagesFor } from "../../i18n/messages.ts";
import type { EditionName } from "../../model/edition.ts";
import { type BackMatter, type Chapter, contentOfChapter, type Publication } from "../../model/publication.ts";
import { listContents, sectionise, unsectionise } from "../sections.ts";
import { indexOfTerms, indexRole } from "../term-index.ts";
import { keepContent } from "./keep-content.ts";
import { renumberFigures } from "./renumber-figures.ts";
import { renumberNotes } from "./renumber-notes.ts";
import { unlink } from "./unlink.ts";

/**
 * The publication as one edition shows it: without what is for others only, notes and figures numbered as if it had
 * never been there, the contents list and the images those that are left.
 */
export function forEdition(publication: Publication, edition: EditionName): Publication {
  const kept = publication.chapters.map((chapter) => keepChapter(chapter, edition));
  renumberFigures(publication.chapters.map(treeOf), kept.map(treeOf));
  const chapters = kept.map(renumberNotes);
  const trees = chapters.map(treeOf);
  const lost = idsIn(publication.chapters.map(treeOf)).difference(idsIn(trees));
  unlink(trees, lost);
  return {
    ...publication,
    chapters: chapters.map((chapter, index) => listAnew(chapter, publication.chapters[index] ?? chapter, lost)),
    backMatter: publication.backMatter.flatMap((matter) => indexAnew(matter, chapters, publication)),
    images: imagesIn(trees, publication),
  };
}

/** Sections are made anew: what stood below a heading that is gone belongs to the one before it. */
function keepChapter(chapter: Chapter, edition: EditionName): Chapter {
  const { notes, titleContent } = chapter;
  const body = structuredClone(chapter.body);
  unsectionise(body);
  body.children = keepContent(body.children as ElementContent[], edition);
  sectionise(body);
  const [section] = notes ? keepContent([notes], edition) : [];
  return { ...chapter, titleContent: keepContent(titleContent, edition), body, ...(section && { notes: section }) };
}

/** The contents list of what is left of a chapter: its sections, and what is listed that is not in its body. */
function listAnew(chapter: Chapter, whole: Chapter, lost: ReadonlySet<string>): Chapter {
  const sections = new Set(listContents(whole.body).map(({ id }) => id));
  const others = whole.contents.filter(({ id }) => !sections.has(id) && !lost.has(id));
  return { ...chapter, contents: [...listContents(chapter.body), ...others] };
}

/** The index leads to what is left. */
function indexAnew(matter: BackMatter, chapters: readonly Chapter[], { metadata }: Publication): BackMatter[] {
  if (matter.section.properties.role !== indexRole) return [matter];
  const { language } = metadata;
  const made = indexOfTerms(chapters, { ...matter, see: messagesFor(language).see, language });
  return made ? [made] : [];
}

function treeOf(chapter: Chapter): Root {
  return { type: "root", children: contentOfChapter(chapter) };
}

function idsIn(trees: readonly Root[]): Set<string> {
  const ids = new Set<string>();
  for (const tree of trees) {
    visit(tree, "element", ({ properties: { id } }: Element) => {
      if (id !== undefined) ids.add(String(id));
    });
  }
  return ids;
}

function imagesIn(trees: readonly Root[], { images }: Publication): Publication["images"] {
  const names = new Set<unknown>();
  for (const tree of trees) visit(tree, "element", ({ properties }: Element) => void names.add(properties["src"]));
  return new Map([...images].filter(([name]) => names.has(name)));
}
