import type { Change } from "../config/releases-file.ts";
import type { Messages } from "../i18n/messages.ts";

/** Returns the pages of a change in the new release, as in "page 2, page 5"; empty if none is known. */
export function newPages({ page, pages }: Change, words: Pick<Messages, "onPage">): string {
  return list(pages ?? page, words);
}

/** Returns the pages of a change in the previous release or, where none is known, in the new one. */
export function formerPages(change: Change, words: Pick<Messages, "onPage">): string {
  return list(change.formerPages ?? change.formerPage, words) || newPages(change, words);
}

function list(pages: number | readonly number[] = [], { onPage }: Pick<Messages, "onPage">): string {
  return [pages]
    .flat()
    .map((page) => onPage.replace("#", String(page)))
    .join(", ");
}
