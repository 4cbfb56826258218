import type { DataText, KeyPath } from "../data-text.ts";
import { isList, isMap } from "../key-paths.ts";
import { pairAffiliations } from "./affiliations.ts";
import { adoptDay } from "./days.ts";
import { adoptIdentifier } from "./identifiers.ts";
import { isProseOnly } from "./front-prose.ts";
import { adoptLanguage } from "./languages.ts";
import { adoptLicence } from "./licences.ts";
import { adoptPeople } from "./people.ts";
import { leftOutKeys } from "./left-out-keys.ts";
import { firstText, plainTexts, textList, withEmoji } from "./texts.ts";

/** Our key and value for another tool's key. Undefined: the key is known to mean nothing here. */
interface Adoption {
  readonly key: string;
  readonly value: unknown;
}

type Adopt = (value: unknown) => Adoption | undefined;

const as =
  (key: string, convert: (value: unknown) => unknown = (value) => value): Adopt =>
  (value) => ({ key, value: convert(value) });

const keywords = as("keywords", textList);
const description = as("description", firstText);
const shortTitle = as("short-title");
const cover = as("cover");
const updated = as("updated", adoptDay);
const published = as("date", adoptDay);

/**
 * Keys of pandoc, Quarto, R Markdown, MyST, Jekyll, Hugo, Docusaurus and Obsidian that correspond to ours, and other
 * forms of values under our keys. Our own key takes precedence.
 */
const adoptions: Readonly<Record<string, Adopt>> = {
  title: as("title", withEmoji),
  subtitle: as("subtitle", withEmoji),
  author: as("authors", adoptPeople),
  authors: as("authors", adoptPeople),
  by: as("authors", adoptPeople),
  editors: as("editors", adoptPeople),
  // Quarto's `editor: visual` is the program that the text is edited with.
  editor: (value) => (isMap(value) || value === "visual" || value === "source" ? undefined : asEditors(value)),
  lang: as("language", adoptLanguage),
  locale: as("language", adoptLanguage),
  // Quarto's `language` map translates terms on the page; it names no language.
  language: (value) => (isMap(value) ? { key: "language-words", value: "map" } : asLanguage(value)),
  dir: as("direction"),
  tags: keywords,
  tag: keywords,
  categories: keywords,
  category: keywords,
  keywords,
  keyword: keywords,
  summary: description,
  abstract: description,
  excerpt: description,
  short_title: shortTitle,
  abbrev: shortTitle,
  shorttitle: shortTitle,
  shortTitle,
  date: published,
  published,
  pubDate: published,
  publishDate: published,
  created: published,
  updated,
  lastmod: updated,
  last_modified_at: updated,
  "last-modified": updated,
  "date-modified": updated,
  modified: updated,
  last_update: (value) => ({ key: "updated", value: adoptDay(isMap(value) ? value["date"] : value) }),
  license: adoptLicence,
  copyright: as("rights", (value) => (isMap(value) ? (value["statement"] ?? value["holder"]) : value)),
  doi: as("identifier", (value) => ({ doi: value })),
  isbn: as("identifier", (value) => ({ isbn: value })),
  identifier: as("identifier", adoptIdentifier),
  "cover-image": cover,
  cover_image: cover,
  coverImage: cover,
  "epub-cover-image": cover,
  csl: as("citation-style"),
  toc: as("contents", (value) => (isMap(value) ? true : value)),
  // MyST's values for `{{name}}`.
  substitutions: as("variables", plainTexts),
  myst: (value) => (isMap(value) ? { key: "variables", value: plainTexts(value["substitutions"]) } : undefined),
  "table-of-contents": as("contents"),
  series: as("series", (value) => (Array.isArray(value) ? value[0] : value)),
};

/** Our list keys, to which the values of several keys are added. */
const gathered = ["authors", "editors", "keywords"];

const asEditors = as("editors", adoptPeople);
const asLanguage = as("language", adoptLanguage);

/** All keys of other tools that are understood. */
export const adoptedKeys: readonly string[] = Object.keys(adoptions);

/** Keys whose sub-keys the author chooses, and which are meaningful without a value. */
const ownNames = new Set(["variables", "roster"]);

/**
 * Converts front matter of another tool to our keys. Leaves out empty values and values only meaningful to that tool.
 */
export function adoptFrontMatter(data: DataText): DataText {
  if (!isMap(data.value)) return data;
  const adopted = new Map<string, unknown>();
  const names = new Map<string, string>();
  const entries = Object.entries(pairAffiliations(data.value)).filter(
    ([key, value]) => !isEmpty(value) && !leftOutKeys.has(key) && !isProseOnly(key, value),
  );
  // Our own key takes precedence.
  const isOwn = (key: string): boolean => adoptionOf(key, "")?.key === key;
  for (const [key, value] of entries.toSorted(([a], [b]) => Number(isOwn(b)) - Number(isOwn(a)))) {
    const isAdopted = Object.hasOwn(adoptions, key);
    const adoption = isAdopted ? adoptionOf(key, value) : { key, value };
    if (!adoption || isEmpty(adoption.value)) continue;
    const present = adopted.get(adoption.key);
    if (present === undefined) {
      adopted.set(adoption.key, adoption.value);
      names.set(adoption.key, key);
    } else if (gathered.includes(adoption.key) && isList(present) && isList(adoption.value)) {
      adopted.set(adoption.key, [...new Set([...present, ...adoption.value])]);
    }
  }
  const written = ([first, ...rest]: KeyPath): KeyPath =>
    first === undefined ? [] : [names.get(String(first)) ?? first, ...rest];
  return {
    value: Object.fromEntries(
      [...adopted].map(([key, value]) => [key, ownNames.has(key) ? value : withoutEmpty(value)]),
    ),
    pathAsWritten: written,
    keyAt: (path) => data.keyAt(written(path)),
    valueAt: (path) => data.valueAt(written(path)),
    written: (path) => data.written(written(path)),
  };
}

function adoptionOf(key: string, value: unknown): Adoption | undefined {
  return Object.hasOwn(adoptions, key) ? adoptions[key]?.(value) : undefined;
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.every(isEmpty);
  return value === null || value === undefined || (isMap(value) && Object.keys(value).length === 0);
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => !isEmpty(item)).map(withoutEmpty);
  if (!isMap(value)) return value;
  const remaining = Object.entries(value).filter(([, inner]) => !isEmpty(inner));
  return Object.fromEntries(remaining.map(([key, inner]) => [key, withoutEmpty(inner)]));
}
