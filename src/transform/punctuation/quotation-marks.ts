/** Quotation marks of a language and its other punctuation rules. */
export interface PunctuationStyle {
  readonly language: string;
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
  /** French: spaces before `;!?:` and inside guillemets. */
  readonly spaced: boolean;
  /** Words have no spaces, so only their order distinguishes opening from closing marks. */
  readonly solid: boolean;
  /** Articles and pronouns lose their vowel before the next word: l’amie, dell’arte. */
  readonly elides: boolean;
}

const narrowSpace = "\u202F";

/**
 * From `delimiters` of the Unicode CLDR 48, where all other languages have “ ” ‘ ’. Spanish, Dutch, Persian, Swiss
 * German and the inner marks of French follow books and newspapers, where CLDR's marks are uncommon.
 */
const table: readonly (readonly [outer: string, inner: string, languages: string])[] = [
  ["“ ”", "‘ ’", "en zh nl pt es-MX es-US hi ur ko bn ta"],
  ["„ “", "‚ ‘", "de cs sk sl is et lb hsb dsb mk bg lt"],
  ["„ ”", "« »", "pl ro"],
  ["„ ”", "» «", "hu"],
  ["„ ”", "‘ ’", "hr bs sr"],
  ["« »", "‹ ›", "de-CH de-LI gsw rm am fa"],
  ["« »", "“ ”", "es it ca pt-PT el eu br kk sq sc lij ast"],
  ["« »", "„ “", "ru uk be ky"],
  ["« »", "‘ ’", "nb nn no"],
  ["« »", "« »", "hy oc"],
  [`«${narrowSpace} ${narrowSpace}»`, "“ ”", "fr"],
  ["” ”", "’ ’", "fi sv he yi"],
  ["” “", "’ ‘", "ar"],
  ["„ “", "« »", "ka"],
  ["「 」", "『 』", "ja zh-Hant yue"],
];

const marksByLanguage = new Map(
  table.flatMap(([outer, inner, languages]) =>
    languages.split(" ").map((language) => [language, { outer: pair(outer), inner: pair(inner) }] as const),
  ),
);

const english = { outer: ["“", "”"], inner: ["‘", "’"] } as const;

function pair(marks: string): readonly [string, string] {
  const [opening = "", closing = ""] = marks.split(" ");
  return [opening, closing];
}

/** Returns the style of a language (BCP 47). */
export function punctuationStyle(language: string): PunctuationStyle {
  const { language: primary, script, region } = new Intl.Locale(language).maximize();
  const marks = [`${primary}-${region}`, `${primary}-${script}`, primary].map((name) => marksByLanguage.get(name));
  return {
    ...(marks.find((mark) => mark !== undefined) ?? english),
    language: primary,
    spaced: primary === "fr",
    solid: primary === "zh" || primary === "ja" || primary === "yue",
    elides: ["fr", "it", "ca", "oc", "sc", "lij", "br"].includes(primary),
  };
}
