import { isMap } from "../../config/key-paths.ts";
import { humanise } from "../title-from-name.ts";
import { type BookEntry, type BookFile, type BookList, filesOf, isFile, partOf } from "./book-list.ts";

/** Reads `_quarto.yml`: a book (https://quarto.org/docs/books/) or the sidebar of a website. */
export function readQuarto(value: unknown): BookList {
  if (!isMap(value)) return { about: {}, entries: [] };
  const { book, website, lang, bibliography } = value;
  if (isMap(book)) {
    const { title, subtitle, author, date, chapters, appendices, "cover-image": cover, doi, description } = book;
    const about = { title, subtitle, author, date, lang, "cover-image": cover, doi, description, bibliography };
    return { about, entries: [...entriesOf(chapters), ...entriesOf(appendices)] };
  }
  const site = isMap(website) ? website : {};
  const sidebars = Array.isArray(site["sidebar"]) ? (site["sidebar"] as unknown[]) : [site["sidebar"]];
  const contents = sidebars.flatMap((sidebar) => (isMap(sidebar) ? entriesOf(sidebar["contents"]) : []));
  return { about: { title: site["title"], description: site["description"], lang }, entries: contents };
}

function entriesOf(value: unknown): BookEntry[] {
  return Array.isArray(value) ? value.flatMap(entryOf) : [];
}

function entryOf(value: unknown): BookEntry[] {
  // "---" is a separator in a sidebar; a pattern or "auto" is no file name.
  if (typeof value === "string")
    return isFile(value) && /\.\w+$/.test(value) && !value.includes("*") ? [{ file: value }] : [];
  if (!isMap(value)) return [];
  const { part, section, file, href, text, chapters, contents } = value;
  const inner = filesOf(entriesOf(chapters ?? contents));
  const heading = part ?? section;
  if (typeof heading === "string") {
    const isChapter = /\.(?:qmd|md|rmd|ipynb)$/i.test(heading);
    const first: BookFile[] = isChapter ? [{ file: heading }] : [];
    return partOf(isChapter ? humanise(heading.replaceAll(/^.*\/|\.\w+$/g, "")) : heading, [...first, ...inner]);
  }
  const address = file ?? href;
  const own = typeof address === "string" && isFile(address) ? [{ file: address, name: nameOf(text) }] : [];
  return [...own, ...inner];
}

function nameOf(text: unknown): string | undefined {
  return typeof text === "string" ? text : undefined;
}
