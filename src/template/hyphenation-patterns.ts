import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The used part of the package `hyphen`, which has no types. */
interface Patterns {
  readonly hyphenateSync: (text: string, options: { readonly minWordLength: number }) => string;
}

/** The shortest words to hyphenate: shorter ones lose more in legibility than the line gains. */
const shortestWord = 7;

/**
 * Patterns for Liang's algorithm, loaded when a text in their language is hyphenated. English has British and American
 * patterns.
 */
const patterns: Readonly<Record<string, () => Patterns>> = {
  de: () => require("hyphen/de") as Patterns,
  en: () => require("hyphen/en-gb") as Patterns,
  "en-US": () => require("hyphen/en-us") as Patterns,
  es: () => require("hyphen/es") as Patterns,
  fr: () => require("hyphen/fr") as Patterns,
  pt: () => require("hyphen/pt") as Patterns,
};

/**
 * Returns a function that inserts soft hyphens (U+00AD) into text in a language (BCP 47), or `undefined` without
 * patterns for it.
 */
export function hyphenatorFor(language: string): ((text: string) => string) | undefined {
  const { language: primary, region } = new Intl.Locale(language);
  const load = patterns[`${primary}-${region ?? (primary === "en" ? "US" : "")}`] ?? patterns[primary];
  if (!load) return undefined;
  const { hyphenateSync } = load();
  return (text) => hyphenateSync(text, { minWordLength: shortestWord });
}
