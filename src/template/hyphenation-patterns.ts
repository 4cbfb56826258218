import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The package `hyphen` has no types of its own; this is what is used of it. */
interface Patterns {
  readonly hyphenateSync: (text: string, options: { readonly minWordLength: number }) => string;
}

/** The fewest letters of a word that is divided: shorter ones lose more in reading than the line gains. */
const shortestWord = 7;

/** Patterns by Liang's algorithm, read when a text in their language is hyphenated. English has two usages. */
const patterns: Readonly<Record<string, () => Patterns>> = {
  de: () => require("hyphen/de") as Patterns,
  en: () => require("hyphen/en-gb") as Patterns,
  "en-US": () => require("hyphen/en-us") as Patterns,
  es: () => require("hyphen/es") as Patterns,
  fr: () => require("hyphen/fr") as Patterns,
  pt: () => require("hyphen/pt") as Patterns,
};

/** Puts soft hyphens (U+00AD) into a text in a language (BCP 47), if it is one that is divided by patterns here. */
export function hyphenatorFor(language: string): ((text: string) => string) | undefined {
  const { language: primary, region } = new Intl.Locale(language);
  const load = patterns[`${primary}-${region ?? (primary === "en" ? "US" : "")}`] ?? patterns[primary];
  if (!load) return undefined;
  const { hyphenateSync } = load();
  return (text) => hyphenateSync(text, { minWordLength: shortestWord });
}
