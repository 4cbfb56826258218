/** Scripts that put no spaces between words. */
const solid =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30FC\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const startsSolid = new RegExp(`^[${solid}]`, "u");
const endsSolid = new RegExp(`[${solid}]$`, "u");
/** Four Chinese characters in a row are a term wherever the dictionary divides them. */
const longHan = /^\p{Script=Han}{4,}$/u;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/**
 * Any of these words, the longest that fits. At least one; letters and digits make words. Where a word has a space the
 * text may have a line end: `inOneLine` undoes that. To be used with `matchWords`.
 */
export function wholeWords(words: readonly string[]): RegExp {
  const longestFirst = words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(longestFirst.map(alone).join("|"), "gu");
}

/** What Korean writes at the end of a word: the sign of the plural, a case, a topic. */
const particles =
  "들?(?:이라는|이라고|이라면|라는|라고|라면|으로서|으로써|로서|로써|으로|로|에서|에게|에|한테|께|부터|까지|보다|처럼|마다|조차|밖에|" +
  "하고|이랑|랑|이나|나|이란|란|이면|면|이며|며|이고|이다|인|이|가|은|을|를|의|와|과)?(?:는|도|만)?";
/** And Hebrew at its beginning: the, and, in, as, to, from, that. */
const prefixes = "[והבכלמש]{1,3}";

/**
 * No letter stands beside the word, but a letter of a script without spaces may: WHO的. Nor do the particles of Korean
 * and the prefixes of Hebrew make another word of it: WHO는, בקמח.
 */
function alone(word: string): string {
  const letters = String.raw`(?![${solid}])[\p{L}\p{N}]`;
  const edge = `(?<!${letters})`;
  const before = startsSolid.test(word) ? "" : /^[א-ת]/.test(word) ? `(?:${edge}|(?<=${edge}${prefixes}))` : edge;
  const after = endsSolid.test(word) ? "" : `(?=${particles}(?!${letters}))`;
  return before + escapePattern(word) + after;
}

/** Where the words stand in a text. In a script without spaces a word ends where `Intl.Segmenter` divides the text. */
export function* matchWords(text: string, words: RegExp): Generator<RegExpExecArray> {
  const pattern = new RegExp(words);
  let borders: ReadonlySet<number> | undefined;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [word] = match;
    if (!longHan.test(word) && (startsSolid.test(word) || endsSolid.test(word))) {
      borders ??= new Set([text.length, ...[...segmenter.segment(text)].map(({ index }) => index)]);
      const fits =
        (!startsSolid.test(word) || borders.has(match.index)) &&
        (!endsSolid.test(word) || borders.has(match.index + word.length));
      if (!fits) {
        pattern.lastIndex = match.index + (/^[\uD800-\uDBFF]/.test(word) ? 2 : 1);
        continue;
      }
    }
    yield match;
  }
}

export function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);
}

export function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
