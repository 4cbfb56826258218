import type { Report } from "../../diagnostics/report.ts";
import type { Prose } from "./prose.ts";
import { sentencesOf, wordsOf } from "./sentences.ts";

/** Minimum number of words for a meaningful result. */
const minWords = 100;

/** Checks the reading grade of English text; the formula is not valid for other languages. */
export function checkReadingGrade({ tree, passages, language }: Prose, limit: number, report: Report): void {
  if (new Intl.Locale(language).language !== "en") return;
  const sentences = passages.flatMap(({ text }) => sentencesOf(text, language));
  const words = sentences.map(({ text }) => wordsOf(text, language)).filter((list) => list.length > 0);
  if (words.flat().length < minWords) return;
  const grade = gradeOf(words);
  if (grade <= limit) return;
  const message = `The text reads at grade ${grade.toFixed(1)}; the limit is ${limit}.`;
  report("readingGrade", tree.children[0], message, "Shorter sentences and plainer words lower it.");
}

/**
 * Returns the United States school grade of an English text, after J. P. Kincaid and others, 1975 ("Derivation of New
 * Readability Formulas", Research Branch Report 8-75). Sentences are lists of words.
 */
export function gradeOf(sentences: readonly (readonly string[])[]): number {
  const words = sentences.flat();
  const syllables = words.map(countSyllables).reduce((sum, count) => sum + count, 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/**
 * Counts groups of vowels, without a silent final "e". Numbers and abbreviations count as one, because the formula was
 * made for words.
 */
export function countSyllables(word: string): number {
  if (!/\p{Ll}/u.test(word)) return 1;
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, "");
  const heard = letters.replace(/(?<=[^aeiouyl]|[aeiouy]l)(?:es|ed|e)$/, (end) =>
    (end === "ed" && /[td]ed$/.test(letters)) || (end === "es" && /(?:[sxz]|[cs]h|[cg])es$/.test(letters)) ? end : "",
  );
  return Math.max(1, heard.match(/[aeiouy]+/g)?.length ?? 0);
}
