import type { Element } from "xast";
import { x } from "xastscript";
import type { Book } from "../../../model/book.ts";
import type { Contributor, Metadata } from "../../../model/metadata.ts";
import { identify } from "../../../template/identifier.ts";

/** Returns the bibliographic children of the `metadata` element (EPUB 3.3, §5.5). */
export function bibliographicMetadata(book: Book): Element[] {
  const { metadata, modified } = book;
  const identifier = identify(book);
  return [
    x("dc:identifier", { id: "publication-id" }, identifier.value),
    ...(identifier.onixType === undefined
      ? []
      : [refine("publication-id", "identifier-type", identifier.onixType, "onix:codelist5")]),
    ...titles(metadata),
    x("dc:language", metadata.language),
    ...metadata.authors.flatMap((author, index) => person("dc:creator", `creator-${index + 1}`, author, "aut", index)),
    ...metadata.editors.flatMap((editor, index) =>
      person("dc:contributor", `contributor-${index + 1}`, editor, "edt", index),
    ),
    ...(metadata.date === undefined ? [] : [x("dc:date", metadata.date)]),
    property("dcterms:modified", `${modified.toISOString().slice(0, 19)}Z`),
    // The version of the sources (https://schema.org/version).
    ...(metadata.release ? [property("schema:version", metadata.release.id)] : []),
    ...(metadata.description === undefined ? [] : [x("dc:description", metadata.description)]),
    ...metadata.keywords.map((keyword) => x("dc:subject", keyword)),
    ...(metadata.publisher === undefined ? [] : [x("dc:publisher", metadata.publisher)]),
    ...translated(metadata),
    ...rights(metadata),
    ...series(metadata),
  ];
}

function titles({ title, subtitle, language }: Metadata): Element[] {
  const main = [
    x("dc:title", { id: "title" }, title),
    refine("title", "title-type", "main"),
    refine("title", "file-as", fileAs(title, language)),
  ];
  if (subtitle === undefined) return main;
  return [
    ...main,
    refine("title", "display-seq", "1"),
    x("dc:title", { id: "subtitle" }, subtitle),
    refine("subtitle", "title-type", "subtitle"),
    refine("subtitle", "display-seq", "2"),
  ];
}

/** Articles that catalogues ignore in sorting, by language. */
const articles: Readonly<Record<string, RegExp>> = {
  de: /^(der|die|das|ein|eine)\s+/i,
  en: /^(the|an|a)\s+/i,
  es: /^(el|la|los|las|un|una|unos|unas)\s+/i,
  fr: /^(le|la|les|un|une|des)\s+|^(l[’'])/i,
  pt: /^(os|as|o|a|uma|um)\s+/i,
};

/** Returns a title's sort form (EPUB 3.3, D.3.8): "Guide, The". */
function fileAs(title: string, language: string): string {
  const [whole, article, elided] = articles[new Intl.Locale(language).language]?.exec(title) ?? [];
  const rest = title.slice(whole?.length ?? 0);
  return whole === undefined || rest === "" ? title : `${rest}, ${article ?? elided ?? ""}`;
}

/** MARC relators (https://id.loc.gov/vocabulary/relators) for common contributor roles. */
const relators: readonly (readonly [RegExp, string])[] = [
  [/\btranslat(?:or|ed|ion)/i, "trl"],
  [/\billustrat(?:or|ed|ion)/i, "ill"],
  [/\bphotograph(?:er|s|y|ed)?\b/i, "pht"],
  [/\bedit(?:or|ors|ed|ing)\b/i, "edt"],
  [/\bcompil(?:er|ed|ation)/i, "com"],
  [/\bcontribut(?:or|ed|ion)/i, "ctb"],
  [/\breview(?:er|ed)|\badvis[eo]r|\bconsult(?:ant|ed|ing)/i, "csl"],
];

function person(element: string, id: string, contributor: Contributor, usual: string, index: number): Element[] {
  const { name, given, family, orcid, role = "" } = contributor;
  const relator = relators.find(([words]) => words.test(role))?.[1] ?? usual;
  return [
    x(element, { id }, name),
    refine(id, "role", relator, "marc:relators"),
    refine(id, "file-as", family === undefined ? name : [family, given].filter(Boolean).join(", ")),
    refine(id, "display-seq", String(index + 1)),
    ...(orcid === undefined ? [] : [refine(id, "schema:identifier", `https://orcid.org/${orcid}`)]),
  ];
}

/** Returns the original (DCMI, "source"), marked as translated (https://schema.org/translationOfWork). */
function translated({ languages = [] }: Metadata): Element[] {
  const self = languages.find(({ isThis }) => isThis);
  const original = languages.find(({ isOriginal }) => isOriginal);
  if (!self) return [];
  if (self.isOriginal || !original) {
    return languages
      .filter(({ isThis }) => self.isOriginal && !isThis)
      .map(({ identifier }) => property("schema:workTranslation", identifier));
  }
  return [x("dc:source", original.identifier), property("schema:translationOfWork", original.identifier)];
}

/** Reading systems show `dc:rights`; machines look for a separate licence. */
function rights({ rights: statement, licence }: Metadata): Element[] {
  return [
    ...[statement, licence].filter((text) => text !== undefined).map((text) => x("dc:rights", text)),
    ...(licence === undefined ? [] : [property("dcterms:license", licence)]),
  ];
}

function series({ series: collection }: Metadata): Element[] {
  if (!collection) return [];
  const { name, number } = collection;
  return [
    x("meta", { property: "belongs-to-collection", id: "series" }, name),
    refine("series", "collection-type", "series"),
    ...(number === undefined ? [] : [refine("series", "group-position", String(number))]),
  ];
}

function refine(id: string, name: string, value: string, scheme?: string): Element {
  return x("meta", { refines: `#${id}`, property: name, ...(scheme !== undefined && { scheme }) }, value);
}

export function property(name: string, value: string): Element {
  return x("meta", { property: name }, value);
}
