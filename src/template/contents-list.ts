import type { Element, ElementContent } from "hast";
import type { Chapter, ContentsEntry, Publication } from "../model/publication.ts";

interface ListOptions {
  /** Levels of headings below the chapter's title, 1 for `h2` alone. */
  readonly depth?: number;
  /** On which page each id stands, for paper. */
  readonly pages?: ReadonlyMap<string, number>;
}

/** The contents list of a publication: `<ol>` of links, nested as the headings are. */
export function contentsList(publication: Publication, options: ListOptions = {}): Element {
  const { chapters } = publication;
  const [only] = chapters;
  return toList(
    chapters.length === 1 && only ? only.contents : chapters.flatMap(toEntries),
    options.depth ?? 2,
    options.pages,
  );
}

/** How many lines a contents list would have at its first level. */
export function countSections(publication: Publication): number {
  return publication.chapters.length > 1
    ? publication.chapters.length
    : (publication.chapters[0]?.contents.length ?? 0);
}

function toEntries(chapter: Chapter): ContentsEntry[] {
  const entry: ContentsEntry = { id: chapter.slug, title: chapter.title, depth: 1, children: chapter.contents };
  if (chapter.part === undefined) return [entry];
  return [{ id: `${chapter.slug}.part`, title: chapter.part, depth: 1, children: [] }, entry];
}

function toList(entries: readonly ContentsEntry[], depth: number, pages: ListOptions["pages"]): Element {
  return element(
    "ol",
    {},
    entries.map((entry) => {
      const page = pages?.get(entry.id);
      const number =
        page === undefined ? [] : [text(" "), element("span", { className: ["page-number"] }, [text(String(page))])];
      const link = element("a", { href: `#${entry.id}` }, [
        element("span", { className: ["entry-title"] }, [text(entry.title)]),
        ...number,
      ]);
      return element("li", {}, [
        link,
        ...(depth > 1 && entry.children.length > 0 ? [toList(entry.children, depth - 1, pages)] : []),
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
