/** An unbreakable piece of a text, and what precedes it within a line: a space or nothing. */
export interface Word {
  readonly text: string;
  readonly before: "" | " ";
}

/** Scripts that are written without spaces but broken between words. */
const unspaced =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}/u;

/** Characters that must not begin a line, and those that must not end one (JIS X 4051, UAX #14). */
const closing = /^[\p{Pe}\p{Pf}\p{Po}ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々ゝゞ]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;

/**
 * Returns the words of a text with single spaces. A number stays with the word before it ("Step 1"); Chinese and
 * Japanese are broken between words.
 */
export function wordsOf(text: string): Word[] {
  return text
    .split(/ (?!\d{1,3}(?!\w))/)
    .flatMap((word, index) =>
      piecesOf(word).map((piece, place): Word => ({ text: piece, before: index > 0 && place === 0 ? " " : "" })),
    );
}

function piecesOf(word: string): string[] {
  // A line may end after a hyphen between longer parts: Bindestrich-Wort, not e-book.
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

/** Particles and endings, with which a line should not begin. */
function isHiragana(text: string): boolean {
  return /^\p{Script=Hiragana}{1,2}$/u.test(text);
}

/** Joins words to one line. */
export function joined(words: readonly Word[]): string {
  return words.map(({ text, before }, index) => (index === 0 ? text : before + text)).join("");
}
