import type { Nodes, Root } from "mdast";
import { SKIP, visit } from "../model/visit.ts";

/** More tells no more. */
const mostCharacters = 20_000;

/** Latin text in fewer words is taken for any language at all. */
const fewestWords = 12;

/** Of another script beside Latin words. */
const fewestSigns = 10;

/** By how much a language must be likelier than English: its names and terms stand in every language. */
const leastLead = 0.05;

/** The part of its words that these are: in English prose one in seven, in other languages one in fifty at most. */
const leastOfEnglish = 0.08;

/** ISO 15924; a sign of the last four says as much as a few letters of an alphabet. */
const scripts = ["Latin", "Arabic", "Hebrew", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil", "Telugu"];
const moreScripts = ["Kannada", "Malayalam", "Thai", "Georgian", "Armenian", "Ethiopic", "Greek", "Cyrillic"];
const denseScripts = ["Han", "Hiragana", "Katakana", "Hangul"];

const patterns = [...scripts, ...moreScripts, ...denseScripts].map((script) => ({
  script,
  pattern: new RegExp(`\\p{Script=${script}}`, "gu"),
  weight: denseScripts.includes(script) ? 3 : 1,
}));

/**
 * The language of some texts (BCP 47): of most of their letters the script, and of that script's languages the likeliest.
 * Nothing where a Latin text is too short to tell, or most likely English.
 */
export async function detectLanguage(trees: readonly Root[]): Promise<string | undefined> {
  const text = trees.map(proseOf).join("\n").slice(0, mostCharacters);
  const counted = patterns.map(({ script, pattern, weight }) => ({
    script,
    count: (text.match(pattern)?.length ?? 0) * weight,
  }));
  const [main] = counted.toSorted((a, b) => b.count - a.count);
  if (!main || main.count === 0) return undefined;
  const count = (script: string): number => counted.find((one) => one.script === script)?.count ?? 0;
  const isOneWord = main.count < fewestSigns && count("Latin") > 0;
  if (main.script === "Latin" || isOneWord) return latinLanguage(text);
  if (denseScripts.includes(main.script)) return eastAsianLanguage(text, count);
  // The words of other scripts say nothing of the language.
  const words = text.match(new RegExp(`[\\p{Script=${main.script}}\\p{M}\\s]+`, "gu"))?.join(" ") ?? text;
  const likely = (await detector()).detect(words).language;
  return likely !== "" && scriptOf(likely) === main.script ? likely : languageOf(main.script);
}

async function latinLanguage(text: string): Promise<string | undefined> {
  const words = text.match(/\p{Script=Latin}{2,}/gu)?.length ?? 0;
  if (words < fewestWords || isPlainlyEnglish(text, words)) return undefined;
  const found = (await detector()).detect(text);
  const scores = found.getScores();
  const lead = (scores[found.language] ?? 0) - (scores["en"] ?? 0);
  return found.isReliable() && found.language !== "en" && lead >= leastLead ? found.language : undefined;
}

/** English to more than a half, by words that every English text has and no other language: this takes no table. */
function isPlainlyEnglish(text: string, words: number): boolean {
  const found = text.match(/\b(?:the|and|of|that|with|this|from|which)\b/gi)?.length ?? 0;
  return found / words > leastOfEnglish;
}

function eastAsianLanguage(text: string, count: (script: string) => number): string {
  const [han, kana, hangul] = [count("Han"), count("Hiragana") + count("Katakana"), count("Hangul")];
  if (hangul > han + kana) return "ko";
  if (kana > (han + kana) / 20) return "ja";
  const traditional = text.match(/[們這個來時國為說會過學對發後關問題實現應]/gu)?.length ?? 0;
  const simplified = text.match(/[们这个来时国为说会过学对发后关问题实现应]/gu)?.length ?? 0;
  return traditional > simplified ? "zh-Hant" : "zh";
}

/** 950 kB of letter groups: read only where a text does not say its language. */
async function detector() {
  const { eld } = await import("eld/extrasmall");
  return eld;
}

/** Unicode's name of the script that a language is mostly written in (CLDR likely subtags). */
function scriptOf(language: string): string | undefined {
  return codes[new Intl.Locale(language).maximize().script ?? ""];
}

/** The language that most text in a script is in, by the same table. */
function languageOf(script: string): string | undefined {
  const code = Object.keys(codes).find((one) => codes[one] === script);
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

/** Words that a person reads: no code, no formulas, no addresses, no raw HTML. */
function proseOf(tree: Root): string {
  const words: string[] = [];
  visit(tree, (node: Nodes) => {
    // What says its language says nothing of the rest.
    if (node.type === "containerDirective" && node.attributes?.["lang"]) return SKIP;
    if (node.type === "text") words.push(node.value.replaceAll(/\S+/g, (word) => (/[/@\\]/.test(word) ? " " : word)));
    if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") words.push("\n");
    return undefined;
  });
  return words.join("").replaceAll(/\n+/g, "\n");
}
