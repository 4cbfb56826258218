import type { DataText, KeyPath } from "../data-text.ts";
import { isList, isMap } from "../key-paths.ts";
import { adoptDay } from "./days.ts";
import { adoptIdentifier } from "./identifiers.ts";
import { adoptLanguage } from "./languages.ts";
import { adoptLicence } from "./licences.ts";
import { adoptPeople } from "./people.ts";
import { leftOutKeys } from "./left-out-keys.ts";
import { firstText, plainTexts, textList } from "./texts.ts";

/** What a key of another tool says in ours. Nothing: it says nothing to us, and that is known. */
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
 * The keys of pandoc, Quarto, R Markdown, MyST, Jekyll, Hugo, Docusaurus and Obsidian that mean the same as one of ours,
 * and the forms in which they write the values of ours. What is written under our own name comes first.
 */
const adoptions: Readonly<Record<string, Adopt>> = {
  author: as("authors", adoptPeople),
  authors: as("authors", adoptPeople),
  by: as("authors", adoptPeople),
  editors: as("editors", adoptPeople),
  // Quarto's `editor: visual` is the program that the text is written with.
  editor: (value) => (isMap(value) || value === "visual" || value === "source" ? undefined : asEditors(value)),
  lang: as("language", adoptLanguage),
  locale: as("language", adoptLanguage),
  // Quarto's map of words in the page is no language.
  language: (value) => (isMap(value) ? { key: "language-words", value: "map" } : asLanguage(value)),
  dir: as("direction"),
  tags: keywords,
  tag: keywords,
  categories: keywords,
  category: keywords,
  keywords,
  summary: description,
  abstract: description,
  excerpt: description,
  short_title: shortTitle,
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
  // What MyST and its parser put in for `{{name}}`.
  substitutions: as("variables", plainTexts),
  myst: (value) => (isMap(value) ? { key: "variables", value: plainTexts(value["substitutions"]) } : undefined),
  "table-of-contents": as("contents"),
  series: as("series", (value) => (Array.isArray(value) ? value[0] : value)),
};

/** Keys that are lists in ours, so that what several keys say comes together. */
const gathered = ["authors", "editors", "keywords"];

const asEditors = as("editors", adoptPeople);
const asLanguage = as("language", adoptLanguage);

/** Every name of another tool that is understood. */
export const adoptedKeys: readonly string[] = Object.keys(adoptions);

/** Below these stand names of the author's own, which say something without a value too. */
const ownNames = new Set(["variables", "roster"]);

/** Front matter in our own keys, from that of another tool. Empty values, and what is only for that tool, are left out. */
export function adoptFrontMatter(data: DataText): DataText {
  if (!isMap(data.value)) return data;
  const adopted = new Map<string, unknown>();
  const names = new Map<string, string>();
  const entries = Object.entries(data.value).filter(([key, value]) => !isEmpty(value) && !leftOutKeys.has(key));
  // What stands under our own name comes first.
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
  const kept = Object.entries(value).filter(([, inner]) => !isEmpty(inner));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutEmpty(inner)]));
}
