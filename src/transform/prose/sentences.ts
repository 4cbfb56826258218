import type { Report } from "../../diagnostics/report.ts";
import type { Prose } from "./prose.ts";

const maxWords = 35;

/** Reports sentences that are too long to follow. */
export function checkSentences({ passages, language }: Prose, report: Report): void {
  for (const { text, placeOf } of passages) {
    for (const sentence of sentencesOf(text, language)) {
      const count = wordsOf(sentence.text, language).length;
      if (count <= maxWords) continue;
      const message = `This sentence has ${count} words; ${maxWords} are easier to follow.`;
      report("sentenceLength", placeOf(sentence.index), message, "Divide it into two.");
    }
  }
}

interface Sentence {
  readonly text: string;
  readonly index: number;
}

/** Splits a text into sentences by the rules of the language (Unicode Standard Annex 29). */
export function sentencesOf(text: string, language: string): Sentence[] {
  const segments = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text.replaceAll("\n", " "));
  return Array.from(segments, ({ segment, index }) => ({ text: segment, index }));
}

/** Splits a text into words by the rules of the language; Chinese and Japanese use a dictionary. */
export function wordsOf(text: string, language: string): string[] {
  const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  return Array.from(segments).flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}
