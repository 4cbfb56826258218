import type { Contributor, Direction, Identifier, Metadata } from "../model/metadata.ts";
import { defaultEditions } from "../model/edition.ts";
import type { FrontMatter } from "./front-matter.ts";

/** Converts front matter to metadata, with all defaults. */
export function toMetadata(given: FrontMatter, fallbackTitle: string): Metadata {
  const title = given.title ?? fallbackTitle;
  const language = given.language ?? "en";
  return {
    title,
    ...(given.subtitle !== undefined && { subtitle: given.subtitle }),
    shortTitle: given["short-title"] ?? title,
    authors: (given.authors ?? []).map(toContributor),
    editors: (given.editors ?? []).map(toContributor),
    ...(given.date !== undefined && { date: given.date }),
    ...(given.updated !== undefined && { updated: given.updated }),
    language,
    direction: given.direction ?? directionOf(language),
    ...(given.description !== undefined && { description: given.description }),
    keywords: given.keywords ?? [],
    ...(given.publisher !== undefined && { publisher: given.publisher }),
    ...(given.series && { series: defined(given.series) }),
    ...(given.licence !== undefined && { licence: given.licence }),
    ...(given.rights !== undefined && { rights: given.rights }),
    ...(given.identifier && { identifier: toIdentifier(given.identifier) }),
    ...(given.url !== undefined && { url: new URL(given.url).href }),
    ...(given.cover && { cover: given.cover }),
    template: templateOf(given),
    editions: given.editions ?? defaultEditions,
    ...(given.certifier && { certifier: defined(given.certifier) }),
    ...(given.lists && { lists: given.lists }),
    ...(given.pages && { mostPages: defined(given.pages).most }),
    notes: given.notes ?? "end",
    ...(given.review && { review: defined(given.review) }),
  };
}

function templateOf({ template = { name: "handout", options: {} }, contents }: FrontMatter): Metadata["template"] {
  return contents === undefined ? template : { ...template, options: { contents, ...template.options } };
}

type GivenContributor = NonNullable<FrontMatter["authors"]>[number];

function toContributor(given: GivenContributor): Contributor {
  const { name, ...rest } = { given: undefined, family: undefined, ...given };
  return { name: name ?? [rest.given, rest.family].filter(Boolean).join(" "), ...defined(rest) };
}

function toIdentifier(given: NonNullable<FrontMatter["identifier"]>): Identifier {
  if (given.doi !== undefined) return { scheme: "doi", value: given.doi };
  if (given.isbn !== undefined) return { scheme: "isbn", value: given.isbn.replaceAll(/[-\s]/g, "") };
  return { scheme: "urn", value: given.urn ?? "" };
}

const rightToLeftScripts = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"]);

/** Returns the direction of the most likely script of a language (Unicode CLDR likely subtags). */
export function directionOf(language: string): Direction {
  return rightToLeftScripts.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Removes keys whose value is undefined. */
function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Defined<T>;
}
