import { toText } from "hast-util-to-text";
import type { Root } from "hast";

/** Words per minute of adults' silent reading: the mean in studies is 238 (doi:10.1016/j.jml.2019.104047). */
const wordsPerMinute = 238;

/** Returns the reading time in minutes, at least one. Words are segmented by language (UAX #29). */
export function readingTime(tree: Root, language: string): number {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  let words = 0;
  for (const { isWordLike } of segmenter.segment(toText(tree))) if (isWordLike) words += 1;
  return Math.max(1, Math.round(words / wordsPerMinute));
}
