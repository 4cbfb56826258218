import { outlineOf } from "../../../model/outline.ts";
import type { PagePosition, PagePositions } from "../../../model/page-map.ts";
import type { ContentsEntry, Publication } from "../../../model/publication.ts";

/** What the text at the top of a page belongs to. */
export interface PageTitles {
  /** Of a publication of several chapters. */
  readonly chapter?: ContentsEntry;
  /** Of the first level in the article or the chapter. */
  readonly section?: ContentsEntry;
}

/** Points; a title that is nearer to the top of its page begins it, for two lines and a space above a title take more. */
const nearTop = 48;

/** Points from the left edge; where a title of a text from left to right stands farther, it is at the top of a later column. */
const firstColumn = 150;

/**
 * For each page, the section in force where it begins: a head is true of the line below it. `more`: sections that only
 * paper has.
 */
export function titlesOfPages(
  publication: Publication,
  more: readonly ContentsEntry[],
  positions: PagePositions,
  pages: number,
): PageTitles[] {
  const begun = [...beginnings(publication), ...more.map((section) => ({ id: section.id, titles: { section } }))]
    .flatMap(({ id, titles }) => {
      const position = positions.get(id);
      return position ? [{ position, titles }] : [];
    })
    // On a page they stay in the order of the text: in columns, what is higher need not come first.
    .toSorted(({ position: a }, { position: b }) => a.page - b.page)
    .map(({ position, titles }) => ({
      from: beginsPage(position, publication) ? position.page : position.page + 1,
      titles,
    }));
  return Array.from({ length: pages }, (_, index) => begun.findLast(({ from }) => from <= index + 1)?.titles ?? {});
}

function beginsPage({ top, left }: PagePosition, { metadata }: Publication): boolean {
  return top < nearTop && (metadata.direction === "rtl" || left < firstColumn);
}

/** Everything that a head can name, in the order of the text. */
function beginnings(publication: Publication): { readonly id: string; readonly titles: PageTitles }[] {
  const outline = outlineOf(publication);
  if (publication.chapters.length === 1) return outline.map((section) => ({ id: section.id, titles: { section } }));
  const slugs = new Set(publication.chapters.map(({ slug }) => slug));
  const isPart = ({ children }: ContentsEntry): boolean => children.some(({ id }) => slugs.has(id));
  const units = outline.flatMap((entry) => (isPart(entry) ? [entry, ...entry.children] : [entry]));
  return units.flatMap((chapter) => [
    { id: chapter.id, titles: { chapter } },
    ...(isPart(chapter) ? [] : chapter.children.map((section) => ({ id: section.id, titles: { chapter, section } }))),
  ]);
}
