import { isKnownLanguage } from "./known-language.ts";

/** A translation of another file, recognised by its name. */
export interface TranslationName {
  /** File name of the original, in the same folder. */
  readonly original: string;
  /** BCP 47, canonical form. */
  readonly language: string;
}

/** Words that are also language codes, but are far more often parts of file names. */
const words = new Set(["bin", "min", "new", "old"]);

/**
 * Parses `article.es.md` as a translation of `article.md`, as Hugo and MkDocs name them. Returns `undefined` where the
 * part is not a language.
 */
export function readTranslationName(name: string): TranslationName | undefined {
  const [, stem, tag, ending] = /^(.+)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)(\.[A-Za-z]+)$/.exec(name) ?? [];
  if (stem === undefined || tag === undefined || words.has(tag.toLowerCase()) || !isKnownLanguage(tag))
    return undefined;
  const [language = tag] = Intl.getCanonicalLocales(tag);
  return { original: `${stem}${ending ?? ""}`, language };
}

/** Returns the name of a translation: `article.md` in Spanish is `article.es.md`. */
export function translationName(original: string, language: string): string {
  return original.replace(/(\.[^.]+)$/, `.${language}$1`);
}
