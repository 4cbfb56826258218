import type { Element, ElementContent } from "hast";
import { directionOf } from "../config/metadata.ts";
import { outlineOf } from "../model/outline.ts";
import type { ContentsEntry, Publication } from "../model/publication.ts";
import type { TemplateChoices } from "./options.ts";

/** With more lines than this the list would push the text off the first screen or page: then it has one level. */
const mostLines = 14;

/**
 * The contents list of a publication: `<ol>` of links, nested to as many levels as are asked for, or to two where that is
 * not too long. `pages` says on which page each id stands, for paper.
 */
export function contentsList(
  publication: Publication,
  { "contents-depth": depth }: TemplateChoices,
  pages?: ReadonlyMap<string, number>,
): Element {
  return toList(outlineOf(publication), Number(depth) || fittingDepth(publication), pages);
}

/** A list of one level in the manner of a contents list: of figures, or of tables. */
export function entryList(entries: readonly ContentsEntry[], pages?: ReadonlyMap<string, number>): Element {
  return toList(entries, 1, pages);
}

function fittingDepth(publication: Publication): number {
  const hasParts = publication.chapters.some((chapter) => typeof chapter.part === "string");
  const lines = outlineOf(publication).reduce((sum, entry) => sum + 1 + entry.children.length, 0);
  return lines > mostLines && !hasParts ? 1 : 2;
}

/** How many lines a contents list would have at its first level. */
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
  return element(
    "ol",
    {},
    entries.map((entry) => {
      // The list keeps its own direction, so that the page numbers stay in one column.
      const { language = around } = entry;
      const direction = language !== undefined && { dir: directionOf(language) };
      const page = pages?.get(entry.id);
      const number = page === undefined ? [] : [element("span", { className: ["page-number"] }, [text(String(page))])];
      const link = element("a", { href: `#${entry.id}` }, [
        element("span", { className: ["entry-title"], ...direction }, [
          text(page === undefined ? entry.title : `${entry.title} `),
        ]),
        ...number,
      ]);
      return element("li", entry.language === undefined ? {} : { lang: entry.language }, [
        link,
        ...(depth > 1 && entry.children.length > 0 ? [toList(entry.children, depth - 1, pages, language)] : []),
      ]);
    }),
  );
}

function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
