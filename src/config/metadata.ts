import type { Contributor, Direction, Identifier, Metadata } from "../model/metadata.ts";
import { defaultEditions } from "../model/edition.ts";
import type { FrontMatter } from "./front-matter.ts";
import { nameOf } from "./person-name.ts";

/** Keys that say how an article is read and checked. */
const readingKeys = [
  "bibliography",
  "citation-style",
  "contents",
  "dialect",
  "prose",
  "reading-grade",
  "roster",
  "variables",
] as const satisfies readonly (keyof FrontMatter)[];

type Description = Omit<FrontMatter, (typeof readingKeys)[number]>;

/** Converts front matter to metadata, with all defaults. A key that needs no conversion is passed on. */
export function toMetadata(frontMatter: FrontMatter, fallbackTitle: string): Metadata {
  const {
    "short-title": shortTitle,
    series,
    identifier,
    certifier,
    pages,
    review,
    ...passed
  } = describing(frontMatter);
  const title = passed.title ?? fallbackTitle;
  const language = passed.language ?? "en";
  return {
    ...defined(passed),
    title,
    shortTitle: shortTitle ?? title,
    authors: (passed.authors ?? []).map((person) => toContributor(person, language)),
    editors: (passed.editors ?? []).map((person) => toContributor(person, language)),
    language,
    direction: passed.direction ?? directionOf(language),
    keywords: passed.keywords ?? [],
    ...(series && { series: defined(series) }),
    ...(identifier && { identifier: toIdentifier(identifier) }),
    ...(passed.url !== undefined && { url: new URL(passed.url).href }),
    template: templateOf(frontMatter),
    editions: passed.editions ?? defaultEditions,
    ...(certifier && { certifier: defined(certifier) }),
    ...(pages && { mostPages: defined(pages).most }),
    notes: passed.notes ?? "end",
    ...(review && { review: defined(review) }),
  };
}

/** Returns the keys that describe the publication. */
function describing(frontMatter: FrontMatter): Description {
  const others: ReadonlySet<string> = new Set(readingKeys);
  return Object.fromEntries(Object.entries(frontMatter).filter(([key]) => !others.has(key))) as Description;
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
