import type { Contributor, Direction, Identifier, Metadata } from "../model/metadata.ts";
import { defaultEditions } from "../model/edition.ts";
import type { FrontMatter } from "./front-matter.ts";
import { nameOf } from "./person-name.ts";

/** Converts front matter to metadata, with all defaults. */
export function toMetadata(frontMatter: FrontMatter, fallbackTitle: string): Metadata {
  const title = frontMatter.title ?? fallbackTitle;
  const language = frontMatter.language ?? "en";
  return {
    title,
    ...(frontMatter.subtitle !== undefined && { subtitle: frontMatter.subtitle }),
    shortTitle: frontMatter["short-title"] ?? title,
    authors: (frontMatter.authors ?? []).map((person) => toContributor(person, language)),
    editors: (frontMatter.editors ?? []).map((person) => toContributor(person, language)),
    ...(frontMatter.date !== undefined && { date: frontMatter.date }),
    ...(frontMatter.updated !== undefined && { updated: frontMatter.updated }),
    language,
    direction: frontMatter.direction ?? directionOf(language),
    ...(frontMatter.description !== undefined && { description: frontMatter.description }),
    keywords: frontMatter.keywords ?? [],
    ...(frontMatter.publisher !== undefined && { publisher: frontMatter.publisher }),
    ...(frontMatter.series && { series: defined(frontMatter.series) }),
    ...(frontMatter.licence !== undefined && { licence: frontMatter.licence }),
    ...(frontMatter.rights !== undefined && { rights: frontMatter.rights }),
    ...(frontMatter.identifier && { identifier: toIdentifier(frontMatter.identifier) }),
    ...(frontMatter.url !== undefined && { url: new URL(frontMatter.url).href }),
    ...(frontMatter.cover && { cover: frontMatter.cover }),
    template: templateOf(frontMatter),
    editions: frontMatter.editions ?? defaultEditions,
    ...(frontMatter.certifier && { certifier: defined(frontMatter.certifier) }),
    ...(frontMatter.lists && { lists: frontMatter.lists }),
    ...(frontMatter.pages && { mostPages: defined(frontMatter.pages).most }),
    notes: frontMatter.notes ?? "end",
    ...(frontMatter.review && { review: defined(frontMatter.review) }),
  };
}

function templateOf({ template = { name: "handout", options: {} }, contents }: FrontMatter): Metadata["template"] {
  return contents === undefined ? template : { ...template, options: { contents, ...template.options } };
}

type GivenContributor = NonNullable<FrontMatter["authors"]>[number];

function toContributor(contributor: GivenContributor, language: string): Contributor {
  const { name, ...rest } = { given: undefined, family: undefined, ...contributor };
  return { name: name ?? nameOf(rest.given, rest.family, language), ...defined(rest) };
}

function toIdentifier(identifier: NonNullable<FrontMatter["identifier"]>): Identifier {
  if (identifier.doi !== undefined) return { scheme: "doi", value: identifier.doi };
  if (identifier.isbn !== undefined) return { scheme: "isbn", value: identifier.isbn.replaceAll(/[-\s]/g, "") };
  return { scheme: "urn", value: identifier.urn ?? "" };
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
