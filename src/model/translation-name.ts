import { isKnownLanguage } from "./known-language.ts";

/** A file that is another in another language, by its name. */
export interface TranslationName {
  /** The name of the original, in the same folder. */
  readonly original: string;
  /** BCP 47, in its canonical form. */
  readonly language: string;
}

/** Words that are also codes of languages, and are far more often parts of file names. */
const words = new Set(["bin", "min", "new", "old"]);

/** `article.es.md` as a translation of `article.md`, as Hugo and MkDocs name them; nothing where the part is no language. */
export function readTranslationName(name: string): TranslationName | undefined {
  const [, stem, tag, ending] = /^(.+)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)(\.[A-Za-z]+)$/.exec(name) ?? [];
  if (stem === undefined || tag === undefined || words.has(tag.toLowerCase()) || !isKnownLanguage(tag))
    return undefined;
  const [language = tag] = Intl.getCanonicalLocales(tag);
  return { original: `${stem}${ending ?? ""}`, language };
}

/** `article.md` in Spanish: `article.es.md`. */
export function translationName(original: string, language: string): string {
  return original.replace(/(\.[^.]+)$/, `.${language}$1`);
}
