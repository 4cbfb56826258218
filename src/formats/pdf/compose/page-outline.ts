import type { Messages } from "../../../i18n/messages.ts";
import { outlineOf } from "../../../model/outline.ts";
import type { ContentsEntry, Publication } from "../../../model/publication.ts";
import type { EditionName } from "../../../model/edition.ts";
import { editionName } from "../../../i18n/edition-name.ts";

/** Links to the pages of the counted edition. */
export interface CountedPages {
  readonly edition: EditionName;
  /** The ids of the places where its pages begin, without the first. */
  readonly marks: ReadonlyMap<string, number>;
  readonly titleId: string;
}

/**
 * Returns the headings and, under the name of the counted edition, its pages: readers who cannot see the marks in the
 * margin use them to go to "page 3".
 */
export function bookmarksOf(publication: Publication, words: Messages, counted?: CountedPages): ContentsEntry[] {
  const titles = outlineOf(publication);
  if (!counted || counted.marks.size === 0) return titles;
  const { edition, marks, titleId } = counted;
  const pages = [[titleId, 1] as const, ...marks].map(([id, page]): ContentsEntry => ({
    id,
    title: `${words.page} ${page}`,
    depth: 2,
    children: [],
  }));
  return [...titles, { id: titleId, title: editionName(edition, words), depth: 1, children: pages }];
}
