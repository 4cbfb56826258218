/** A piece of a text that is not broken, and what stands before it in a line: a space, or nothing. */
export interface Word {
  readonly text: string;
  readonly before: "" | " ";
}

/** Scripts that are written without spaces and broken between words all the same. */
const unspaced =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}/u;

/** Never at the start of a line, and never at its end (JIS X 4051, UAX #14). */
const closing = /^[\p{Pe}\p{Pf}\p{Po}ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々ゝゞ]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;

/**
 * The words of a text whose spaces are single. A number stays with the word before it ("Step 1"); a text of Chinese or
 * Japanese is broken between its words.
 */
export function wordsOf(text: string): Word[] {
  return text
    .split(/ (?!\d{1,3}(?!\w))/)
    .flatMap((word, index) =>
      piecesOf(word).map((piece, place): Word => ({ text: piece, before: index > 0 && place === 0 ? " " : "" })),
    );
}

function piecesOf(word: string): string[] {
  // After a hyphen between parts of some length a line may end: Bindestrich-Wort, not e-book.
  if (!unspaced.test(word)) return word.split(/(?<=\p{L}{3}-)(?=\p{L}{3})/u);
  const pieces: string[] = [];
  for (const { segment } of new Intl.Segmenter("ja", { granularity: "word" }).segment(word)) {
    const last = pieces.at(-1);
    const together = last !== undefined && (closing.test(segment) || opening.test(last) || isHiragana(segment));
    if (together) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

/** Particles and endings: a line that begins with one reads badly. */
function isHiragana(text: string): boolean {
  return /^\p{Script=Hiragana}{1,2}$/u.test(text);
}

/** Words as one line. */
export function joined(words: readonly Word[]): string {
  return words.map(({ text, before }, index) => (index === 0 ? text : before + text)).join("");
}
