import { libraryMark } from "./library-mark.ts";
import type { Manifest } from "../config/manifest-file.ts";
import { directionOf } from "../config/metadata.ts";
import type { ListedRelease } from "../config/releases-file.ts";
import { type Messages, messagesFor, nameOfLanguage } from "../i18n/messages.ts";
import { writeDay } from "../config/write-value.ts";
import { encodePath } from "../model/address.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { Page, SubsetFont } from "../model/page.ts";
import { dataAddress } from "../template/data-address.ts";
import { contentSecurityPolicy } from "../template/embed.ts";
import { fileView } from "../template/file-view.ts";
import { fontFaces } from "../template/fonts.ts";
import { feeds } from "./feeds.ts";
import { newPages } from "./pages-of-change.ts";
import { fillLayout, type Template } from "../template/load.ts";
import { sumsName } from "./sums.ts";

/** A publication of the library with its releases, newest first. */
export interface ListedPublication {
  readonly manifest: Manifest;
  readonly releases: readonly ListedRelease[];
}

/**
 * Composes the page that lists every publication with its files: plain HTML, in which only the search needs a script.
 */
export function composeLibrary(
  template: Template,
  publications: readonly ListedPublication[],
  fonts: readonly SubsetFont[],
): Outcome<Page> {
  const { library } = template.settings;
  const faces = fontFaces(fonts, (font) => dataAddress("font/woff2", font.bytes));
  const accent = template.settings.options.accent.default;
  const styles = library.styles.map((file) => template.files.get(file) ?? "");
  const style = [faces, `:root{--accent:${accent}}`, ...styles].join("\n");
  const view = libraryView(publications);
  const script = library.script === undefined ? undefined : template.files.get(library.script);
  // The texts for the search are in a script beside the page, loaded on the first search; covers are beside it too.
  const policy = contentSecurityPolicy(style, script, " 'self'");
  const filled = fillLayout(template, library.layout, { ...view, feeds, policy, style, script: script ?? null });
  if (!filled.ok) return filled;
  return succeed({ path: "index.html", title: view.words.library.title, content: filled.value }, filled.diagnostics);
}

/** Returns the layout's data: publications by title, each with its files in edition order. */
export function libraryView(publications: readonly ListedPublication[]) {
  const [first, ...others] = new Set(publications.map(({ manifest }) => manifest.language));
  const language = first !== undefined && others.length === 0 ? first : "en";
  const words = messagesFor(language);
  const { compare } = new Intl.Collator(language);
  const sorted = publications.toSorted(
    ({ manifest: a }, { manifest: b }) => compare(a.title, b.title) || (a.slug < b.slug ? -1 : 1),
  );
  return {
    language,
    direction: directionOf(language),
    words,
    mark: libraryMark,
    publications: sorted.map(({ manifest, releases }) => ({
      slug: manifest.slug,
      title: manifest.title,
      subtitle: manifest.subtitle ?? null,
      description: manifest.description ?? null,
      language: manifest.language,
      direction: directionOf(manifest.language),
      date: manifest.date === undefined ? null : { iso: manifest.date, text: writeDay(manifest.date, language) },
      cover: manifest.cover === undefined ? null : encodePath(manifest.cover),
      sums: `${encodeURIComponent(manifest.slug)}/${sumsName}`,
      report: reportOf(manifest),
      check: releases.length === 0 ? null : `${encodeURIComponent(manifest.slug)}/check.html`,
      languages: translationsOf(manifest, sorted).map((translation) => ({
        ...translation,
        name: nameOfLanguage(translation.tag),
      })),
      changes: releases[0] ? changesOf(releases[0], messagesFor(manifest.language)) : [],
      files: manifest.artifacts.map((entry) => ({
        ...fileView(entry, words, language),
        url: encodePath(entry.path),
      })),
    })),
  };
}

function reportOf({ reports = [] }: Manifest): string | null {
  const page = reports.find(({ mediaType }) => mediaType === "text/html");
  return page ? encodePath(page.path) : null;
}

/** Returns the newest release's changes, in the publication's language. */
function changesOf({ sections, facts }: ListedRelease, words: Messages) {
  return [...sections, ...facts].map((change) => ({
    kind: words.release[change.kind],
    title: change.title,
    place: newPages(change, words) || null,
    before: change.before ?? null,
    after: change.after ?? null,
  }));
}

/** Returns the translations that are also on the page. */
function translationsOf({ translations = [] }: Manifest, listed: readonly ListedPublication[]) {
  return translations
    .filter(({ slug }) => listed.some(({ manifest }) => manifest.slug === slug))
    .map(({ slug, language: tag }) => ({ tag, slug, direction: directionOf(tag) }));
}
