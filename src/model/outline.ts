import { partId } from "./own-ids.ts";
import type { Chapter, ContentsEntry, Publication } from "./publication.ts";

/** Returns the titles of a publication as a tree: an article's sections, or parts, chapters and their sections. */
export function outlineOf(publication: Publication): ContentsEntry[] {
  const [only] = publication.chapters;
  if (publication.chapters.length === 1 && only) return [...only.contents, ...backMatter(publication, 2)];
  const outline: ContentsEntry[] = [];
  let level = outline;
  for (const chapter of publication.chapters) {
    if (chapter.part === null) level = outline;
    else if (chapter.part !== undefined) {
      level = [];
      outline.push({ id: partId(chapter.slug), title: chapter.part, depth: 1, children: level });
    }
    level.push(toEntry(chapter, publication));
  }
  return [...outline, ...backMatter(publication, 1)];
}

function backMatter({ backMatter: sections }: Publication, depth: number): ContentsEntry[] {
  return sections.map(({ id, title }) => ({ id, title, depth, children: [] }));
}

function toEntry(chapter: Chapter, { metadata }: Publication): ContentsEntry {
  const { slug, title, language, contents } = chapter;
  const other = language !== metadata.language && { language };
  return { id: slug, title, depth: 1, ...other, children: contents };
}

/** Reports for each chapter whether it belongs to a part. */
export function standInParts(chapters: readonly Chapter[]): boolean[] {
  let inPart = false;
  return chapters.map(({ part }) => (inPart = part === undefined ? inPart : part !== null));
}
