import type { Nodes, Root } from "mdast";
import { SKIP, visit } from "../model/visit.ts";

/** More text does not improve the result. */
const maxCharacters = 20_000;

/** Shorter Latin text is misdetected. */
const minWords = 12;

/** Minimum number of letters in another script, next to Latin words. */
const minCharacters = 10;

/** How much likelier than English a language must be: English names and terms occur in every language. */
const minLead = 0.05;

/** Minimum share of these words: one in seven in English prose, at most one in fifty in other languages. */
const minEnglishShare = 0.08;

/** ISO 15924; a character of the last four counts as several letters of an alphabet. */
const scripts = ["Latin", "Arabic", "Hebrew", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil", "Telugu"];
const moreScripts = ["Kannada", "Malayalam", "Thai", "Georgian", "Armenian", "Ethiopic", "Greek", "Cyrillic"];
const denseScripts = ["Han", "Hiragana", "Katakana", "Hangul"];

const patterns = [...scripts, ...moreScripts, ...denseScripts].map((script) => ({
  script,
  pattern: new RegExp(`\\p{Script=${script}}`, "gu"),
  weight: denseScripts.includes(script) ? 3 : 1,
}));

/**
 * Detects the language of texts (BCP 47): the script of most of their letters, then the likeliest language of that
 * script. Returns `undefined` where a Latin text is too short, or most likely English.
 */
export async function detectLanguage(trees: readonly Root[]): Promise<string | undefined> {
  const text = trees.map(proseOf).join("\n").slice(0, maxCharacters);
  const counted = patterns.map(({ script, pattern, weight }) => ({
    script,
    count: (text.match(pattern)?.length ?? 0) * weight,
  }));
  const [main] = counted.toSorted((a, b) => b.count - a.count);
  if (!main || main.count === 0) return undefined;
  const count = (script: string): number => counted.find((entry) => entry.script === script)?.count ?? 0;
  const isOneWord = main.count < minCharacters && count("Latin") > 0;
  if (main.script === "Latin" || isOneWord) return latinLanguage(text);
  if (denseScripts.includes(main.script)) return eastAsianLanguage(text, count);
  // Words in other scripts do not indicate the language.
  const words = text.match(new RegExp(`[\\p{Script=${main.script}}\\p{M}\\s]+`, "gu"))?.join(" ") ?? text;
  const likely = (await detector()).detect(words).language;
  return likely !== "" && scriptOf(likely) === main.script ? likely : languageOf(main.script);
}

async function latinLanguage(text: string): Promise<string | undefined> {
  const words = text.match(/\p{Script=Latin}{2,}/gu)?.length ?? 0;
  if (words < minWords || isPlainlyEnglish(text, words)) return undefined;
  const found = (await detector()).detect(text);
  const scores = found.getScores();
  const lead = (scores[found.language] ?? 0) - (scores["en"] ?? 0);
  return found.isReliable() && found.language !== "en" && lead >= minLead ? found.language : undefined;
}

/**
 * Reports whether more than half is English, by words that every English text has and no other language. Needs no
 * table.
 */
function isPlainlyEnglish(text: string, words: number): boolean {
  const found = text.match(/\b(?:the|and|of|that|with|this|from|which)\b/gi)?.length ?? 0;
  return found / words > minEnglishShare;
}

function eastAsianLanguage(text: string, count: (script: string) => number): string {
  const [han, kana, hangul] = [count("Han"), count("Hiragana") + count("Katakana"), count("Hangul")];
  if (hangul > han + kana) return "ko";
  if (kana > (han + kana) / 20) return "ja";
  const traditional = text.match(/[們這個來時國為說會過學對發後關問題實現應]/gu)?.length ?? 0;
  const simplified = text.match(/[们这个来时国为说会过学对发后关问题实现应]/gu)?.length ?? 0;
  return traditional > simplified ? "zh-Hant" : "zh";
}

/** 950 kB of n-grams: loaded only where a text does not state its language. */
async function detector() {
  const { eld } = await import("eld/extrasmall");
  return eld;
}

/** Returns the Unicode name of a language's most likely script (CLDR likely subtags). */
function scriptOf(language: string): string | undefined {
  return codes[new Intl.Locale(language).maximize().script ?? ""];
}

/** Returns the most likely language of a script, by the same table. */
function languageOf(script: string): string | undefined {
  const code = Object.keys(codes).find((key) => codes[key] === script);
  return code === undefined ? undefined : new Intl.Locale(`und-${code}`).maximize().language;
}

const codes: Readonly<Record<string, string>> = {
  Arab: "Arabic",
  Hebr: "Hebrew",
  Deva: "Devanagari",
  Beng: "Bengali",
  Guru: "Gurmukhi",
  Gujr: "Gujarati",
  Taml: "Tamil",
  Telu: "Telugu",
  Knda: "Kannada",
  Mlym: "Malayalam",
  Thai: "Thai",
  Geor: "Georgian",
  Armn: "Armenian",
  Ethi: "Ethiopic",
  Grek: "Greek",
  Cyrl: "Cyrillic",
};

/** Returns the prose of a text, without code, formulas, addresses and raw HTML. */
function proseOf(tree: Root): string {
  const words: string[] = [];
  visit(tree, (node: Nodes) => {
    // A block with its own language does not indicate that of the rest.
    if (node.type === "containerDirective" && node.attributes?.["lang"]) return SKIP;
    if (node.type === "text") words.push(node.value.replaceAll(/\S+/g, (word) => (/[/@\\]/.test(word) ? " " : word)));
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") words.push("\n");
    return undefined;
  });
  return words.join("").replaceAll(/\n+/g, "\n");
}
