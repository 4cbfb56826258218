import { outlineOf } from "../../../model/outline.ts";
import type { PagePosition, PagePositions } from "../../../model/page-map.ts";
import type { ContentsEntry, Publication } from "../../../model/publication.ts";

/** The titles that the text at the top of a page belongs to. */
export interface PageTitles {
  /** In a publication of several chapters. */
  readonly chapter?: ContentsEntry;
  /** A top-level section of the article or chapter. */
  readonly section?: ContentsEntry;
}

/** Points. A title closer to the top begins its page: two lines and a space above a title take more. */
const nearTop = 48;

/** Points from the left edge. In left-to-right text, a title farther right is at the top of a later column. */
const firstColumn = 150;

/**
 * Returns, for each page, the section in force where it begins: a running head applies to the line below it. `more`:
 * sections that exist on paper only.
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
    // On one page, titles stay in text order: in columns, a higher one need not come first.
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

/** Returns everything that a running head can name, in text order. */
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
