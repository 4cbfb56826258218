import { doiAddress, encodePath, toValidAddress } from "../model/address.ts";
import { writeDay } from "../config/write-value.ts";
import { commaOf } from "../i18n/join.ts";
import type { Messages } from "../i18n/messages.ts";
import { directionOf } from "../config/metadata.ts";
import { nameOfLanguage } from "../i18n/messages.ts";
import type { Contributor, Identifier, LanguageLink, Metadata, Release } from "../model/metadata.ts";
import type { TemplateChoices } from "./options.ts";
import { shownAddress } from "./shown-address.ts";

/** A date for a `time` element, in machine-readable and readable form. */
interface DayView {
  readonly iso: string;
  readonly text: string;
}

interface LinkView {
  readonly text: string;
  readonly url: string | null;
}

/** The version of the sources, with a link that tells whether it is current; its text has no fragment. */
interface ReleaseView {
  readonly id: string;
  readonly check: LinkView | null;
}

/** The publication in one of its languages. `href` is relative to its files; `address` is absolute if it is known. */
interface LanguageView {
  readonly tag: string;
  readonly direction: string;
  /** In the language itself. */
  readonly name: string;
  readonly href: string;
  readonly address: string;
  readonly is_this: boolean;
  readonly is_original: boolean;
}

/** What layouts know of a publication. Every key exists; `null` means no value. */
export interface MetadataView {
  /** The language (BCP 47). */
  readonly language: string;
  /** `ltr` or `rtl`. */
  readonly direction: string;
  /** The title, plain. */
  readonly title: string;
  /** The subtitle. */
  readonly subtitle: string | null;
  /** The title for running heads. */
  readonly short_title: string;
  /** A list of `name`, `role`, `affiliation`, `orcid`. */
  readonly authors: readonly Record<"name" | "role" | "affiliation" | "orcid", string | null>[];
  /** The names of the authors in one line. */
  readonly byline: string | null;
  /** The names of the editors in one line. */
  readonly editors_line: string | null;
  /** A day: `iso` and `text`. */
  readonly published: DayView | null;
  /** A day, where it is another. */
  readonly updated: DayView | null;
  /** The day of the last check. */
  readonly checked: DayView | null;
  /** The day of the next check. */
  readonly check_again: DayView | null;
  /** Who checked it. */
  readonly checked_by: string | null;
  /** The description. */
  readonly description: string | null;
  /** A list of words. */
  readonly keywords: readonly string[];
  /** The publisher. */
  readonly publisher: string | null;
  /** The series and the place in it. */
  readonly series: string | null;
  /** `text` and `url`. */
  readonly licence: LinkView | null;
  /** A sentence on rights. */
  readonly rights: string | null;
  /** `text` and `url` of DOI, ISBN or URN. */
  readonly identifier: LinkView | null;
  /** `text` and `url` of where it is on the web. */
  readonly web_address: LinkView | null;
  /** The state of the sources: `id`, and `check` with `text` and `url` of where it is said whether it is current; or `null`. */
  readonly release: ReleaseView | null;
  /** The languages in which it is made, the original first: `tag`, `direction`, `name`, `href` from beside its files, `address`, `is_this`, `is_original`; empty where there is one alone. */
  readonly languages: readonly LanguageView[];
  /** What separates two clauses in the language, a comma and a space in English. */
  readonly comma: string;
  /** The words of the template in the language of the text, such as `words.contents`. */
  readonly words: Messages;
  /** The options of the template by their names. */
  readonly options: TemplateChoices;
}

export function metadataView(metadata: Metadata, options: TemplateChoices, words: Messages): MetadataView {
  const { language, review } = metadata;
  const day = (iso: string | undefined): DayView | null =>
    iso === undefined ? null : { iso, text: writeDay(iso, language) };
  return {
    language,
    direction: metadata.direction,
    title: metadata.title,
    subtitle: metadata.subtitle ?? null,
    short_title: metadata.shortTitle,
    authors: metadata.authors.map((author) => ({
      name: author.name,
      role: author.role ?? null,
      affiliation: author.affiliation ?? null,
      orcid: author.orcid ?? null,
    })),
    byline: writeNames(metadata.authors, language),
    editors_line: writeNames(metadata.editors, language),
    published: day(metadata.date),
    updated: day(metadata.updated === metadata.date ? undefined : metadata.updated),
    checked: day(review?.checked),
    check_again: day(review?.next),
    checked_by: review?.by ?? null,
    description: metadata.description ?? null,
    keywords: metadata.keywords,
    publisher: metadata.publisher ?? null,
    series: metadata.series
      ? [metadata.series.name, metadata.series.number].filter((part) => part !== undefined).join(commaOf(language))
      : null,
    licence: metadata.licence === undefined ? null : licenceLink(metadata.licence),
    rights: metadata.rights ?? null,
    identifier: metadata.identifier ? identifierLink(metadata.identifier) : null,
    web_address:
      metadata.url === undefined
        ? null
        : { text: shownAddress(metadata.url), url: toValidAddress(metadata.url) ?? null },
    release: metadata.release ? releaseView(metadata.release) : null,
    languages: (metadata.languages ?? []).flatMap(languageView),
    comma: commaOf(language),
    words,
    options,
  };
}

function languageView({ language, path, url, isThis, isOriginal }: LanguageLink): LanguageView[] {
  if (path === undefined) return [];
  const href = `../${encodePath(path)}`;
  return [
    {
      tag: language,
      direction: directionOf(language),
      name: nameOfLanguage(language),
      href,
      address: url ?? href,
      is_this: isThis,
      is_original: isOriginal,
    },
  ];
}

function releaseView({ id, check }: Release): ReleaseView {
  return { id, check: check === undefined ? null : { text: shownAddress(check.replace(/#.*$/, "")), url: check } };
}

function writeNames(people: readonly Contributor[], language: string): string | null {
  if (people.length === 0) return null;
  return new Intl.ListFormat(language, { type: "conjunction" }).format(people.map((person) => person.name));
}

/**
 * Returns a licence's link: Creative Commons deeds have addresses of their own; every other SPDX identifier has a page
 * in the SPDX list.
 */
function licenceLink(licence: string): LinkView {
  if (URL.canParse(licence)) return { text: licence.replace(/^https?:\/\//, ""), url: toValidAddress(licence) ?? null };
  const [, terms, version] = /^CC-(BY(?:-[A-Z]{2})*)-(\d\.\d)$/.exec(licence) ?? [];
  if (terms === undefined || version === undefined)
    return { text: licence, url: `https://spdx.org/licenses/${licence}.html` };
  return {
    text: `CC ${terms} ${version}`,
    url: `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`,
  };
}

function identifierLink(identifier: Identifier): LinkView {
  const forms: Record<Identifier["scheme"], LinkView> = {
    doi: { text: `doi:${identifier.value}`, url: doiAddress(identifier.value) },
    isbn: { text: `ISBN ${identifier.value}`, url: null },
    urn: { text: identifier.value, url: null },
  };
  return forms[identifier.scheme];
}
