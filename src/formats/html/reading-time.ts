import { toText } from "hast-util-to-text";
import type { Root } from "hast";

/** Words a minute of silent reading by adults: the mean of the studies is 238 (doi:10.1016/j.jml.2019.104047). */
const wordsPerMinute = 238;

/** How many minutes the text of a page takes to read, at least one. Words are those of the language (UAX #29). */
export function readingTime(tree: Root, language: string): number {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  let words = 0;
  for (const { isWordLike } of segmenter.segment(toText(tree))) if (isWordLike) words += 1;
  return Math.max(1, Math.round(words / wordsPerMinute));
}
