import type { Element } from "hast";
import { h } from "hastscript";
import { directionOf } from "../config/metadata.ts";
import { outlineOf } from "../model/outline.ts";
import type { ContentsEntry, Publication } from "../model/publication.ts";
import type { TemplateChoices } from "./options.ts";

/** A longer list would push the text off the first screen or page, and gets only one level. */
const mostLines = 14;

/**
 * Returns a publication's contents list, nested `<ol>` of links: to the requested depth, or by default two levels if
 * that is not too long. `pages` gives each id's page, for paper.
 */
export function contentsList(
  publication: Publication,
  { "contents-depth": depth }: TemplateChoices,
  pages?: ReadonlyMap<string, number>,
): Element {
  return toList(outlineOf(publication), Number(depth) || fittingDepth(publication), pages);
}

/** Returns a one-level list of figures or tables, in the style of a contents list. */
export function entryList(entries: readonly ContentsEntry[], pages?: ReadonlyMap<string, number>): Element {
  return toList(entries, 1, pages);
}

function fittingDepth(publication: Publication): number {
  const hasParts = publication.chapters.some((chapter) => typeof chapter.part === "string");
  const lines = outlineOf(publication).reduce((sum, entry) => sum + 1 + entry.children.length, 0);
  return lines > mostLines && !hasParts ? 1 : 2;
}

/** Returns the number of entries on a contents list's first level. */
export function countSections(publication: Publication): number {
  const { chapters, backMatter } = publication;
  const sections = chapters.length > 1 ? chapters.length : (chapters[0]?.contents.length ?? 0);
  return sections + backMatter.length;
}

function toList(
  entries: readonly ContentsEntry[],
  depth: number,
  pages: ReadonlyMap<string, number> | undefined,
  around?: string,
): Element {
  return h(
    "ol",
    {},
    entries.map((entry) => {
      // The list keeps its own direction, so that page numbers stay in one column.
      const { language = around } = entry;
      const direction = language !== undefined && { dir: directionOf(language) };
      const page = pages?.get(entry.id);
      const number = page === undefined ? [] : [h("span", { className: ["page-number"] }, String(page))];
      const link = h("a", { href: `#${entry.id}` }, [
        h("span", { className: ["entry-title"], ...direction }, page === undefined ? entry.title : `${entry.title} `),
        ...number,
      ]);
      return h("li", entry.language === undefined ? {} : { lang: entry.language }, [
        link,
        ...(depth > 1 && entry.children.length > 0 ? [toList(entry.children, depth - 1, pages, language)] : []),
      ]);
    }),
  );
}
