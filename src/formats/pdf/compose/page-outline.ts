import type { Messages } from "../../../i18n/messages.ts";
import { outlineOf } from "../../../model/outline.ts";
import type { ContentsEntry, Publication } from "../../../model/publication.ts";
import { type EditionName, isOwn } from "../../../model/edition.ts";

/** What leads to the pages of the counted edition. */
export interface CountedPages {
  readonly edition: EditionName;
  /** The ids of the places where its pages but the first begin. */
  readonly marks: ReadonlyMap<string, number>;
  readonly titleId: string;
}

/**
 * The titles of the text and, below the name of the counted edition, its pages: who cannot see the marks in the margin goes
 * to "page 3" by them.
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

/** What readers see an edition called. */
export function editionName(edition: EditionName, words: Messages): string {
  return isOwn(edition) ? words.library.editions[edition] : edition;
}
