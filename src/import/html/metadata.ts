import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../../model/visit.ts";
import { find, textOf } from "./main-content.ts";

/** Metadata in the head of a page (https://html.spec.whatwg.org/#standard-metadata-names, Open Graph, Dublin Core). */
export interface PageMetadata {
  readonly title: string | undefined;
  readonly frontMatter: Readonly<Record<string, unknown>>;
}

export function readMetadata(page: Root): PageMetadata {
  const metas = new Map<string, string[]>();
  for (const { properties } of find(page, ({ tagName }) => tagName === "meta")) {
    const name = String(properties["name"] ?? properties["property"] ?? properties["itemProp"] ?? "").toLowerCase();
    const content = String(properties["content"] ?? "").trim();
    if (name !== "" && content !== "") metas.set(name, [...(metas.get(name) ?? []), content]);
  }
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => metas.get(name)?.[0]).find(Boolean);
  const [root] = find(page, ({ tagName }) => tagName === "html");
  const language = root?.properties["lang"];
  const block = titleBlock(page);
  const authors =
    block.authors.length > 0
      ? block.authors
      : (["author", "dcterms.creator", "dc.creator", "citation_author"].map((name) => metas.get(name)).find(Boolean) ??
        []);
  const time = find(page, ({ tagName, properties }) => tagName === "time" && properties["dateTime"] !== undefined)[0];
  const day =
    dayOf(block.date) ??
    dayOf(
      first(
        "article:published_time",
        "date",
        "dcterms.date",
        "dc.date",
        "dcterms.issued",
        "citation_publication_date",
        "datepublished",
      ),
    ) ??
    dayOf(time && String(time.properties["dateTime"]));
  const updated = dayOf(first("article:modified_time", "last-modified", "datemodified", "dcterms.modified"));
  const description = block.abstract ?? first("description", "dcterms.description", "og:description");
  const keywords = first("keywords")
    ?.split(/\s*,\s*/)
    .filter((word) => word !== "");
  const frontMatter = {
    ...(block.subtitle !== undefined && { subtitle: block.subtitle }),
    ...(authors.length > 0 && { authors: authors.filter((name) => !/^https?:/.test(name)) }),
    ...(day !== undefined && { date: day }),
    ...(updated !== undefined && day !== undefined && updated > day && { updated }),
    ...(typeof language === "string" && language !== "" && { language }),
    ...(description !== undefined && { description: description.replaceAll(/\s+/g, " ") }),
    ...(keywords && keywords.length > 0 && { keywords }),
  };
  const named = textOf(page, "title") ?? first("og:title");
  return { title: named && withoutSite(page, named, first("og:site_name")), frontMatter };
}

/** Shortens "The title - The site" to the title, if a heading of the page confirms it. */
function withoutSite(page: Root, title: string, site: string | undefined): string {
  const heading = find(page, ({ tagName }) => tagName === "h1").map((element) =>
    toString(element).trim().replaceAll(/\s+/g, " "),
  );
  const inHeading = heading.find((text) => text !== "" && title.startsWith(text));
  if (inHeading !== undefined) return inHeading;
  return site !== undefined && title.endsWith(site)
    ? title.slice(0, -site.length).replace(/\s*[-–—|·:]\s*$/, "")
    : title;
}

interface TitleBlock {
  readonly authors: string[];
  readonly subtitle?: string;
  readonly date?: string;
  readonly abstract?: string;
}

/** Reads the lines below a title, as pandoc and Quarto write them, and removes them from the text. */
function titleBlock(page: Root): TitleBlock {
  const [header] = find(page, ({ properties }) => properties["id"] === "title-block-header");
  if (!header) return { authors: [] };
  const read = new Map<string, string[]>();
  visit(header, "element", (node, index, parent) => {
    const name = (["author", "subtitle", "date", "abstract"] as const).find((key) => classes(node).includes(key));
    if (name === undefined || !parent || index === undefined) return undefined;
    const text = toString(node)
      .replace(/^\s*abstract\s+/i, "")
      .trim()
      .replaceAll(/\s+/g, " ");
    if (text !== "") read.set(name, [...(read.get(name) ?? []), text]);
    parent.children.splice(index, 1);
    return index;
  });
  const [subtitle] = read.get("subtitle") ?? [];
  const [date] = read.get("date") ?? [];
  const [abstract] = read.get("abstract") ?? [];
  return {
    authors: read.get("author") ?? [],
    ...(subtitle !== undefined && { subtitle }),
    ...(date !== undefined && { date }),
    ...(abstract !== undefined && { abstract }),
  };
}

function classes({ properties: { className } }: Element): readonly unknown[] {
  return Array.isArray(className) ? className : [];
}

function dayOf(text: string | undefined): string | undefined {
  return /^\s*(\d{4}-\d{2}-\d{2})(?:[T\s]|$)/.exec(text?.replaceAll("/", "-") ?? "")?.[1];
}
