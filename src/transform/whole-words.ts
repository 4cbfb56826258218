/** Scripts that put no spaces between words. */
const solid =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30FC\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const startsSolid = new RegExp(`^[${solid}]`, "u");
const endsSolid = new RegExp(`[${solid}]$`, "u");
/** Four Chinese characters in a row are a term wherever the dictionary divides them. */
const longHan = /^\p{Script=Han}{4,}$/u;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** What Korean writes at the end of a word: the sign of the plural, a case, a topic. */
const particles =
  "들?(?:이라는|이라고|이라면|라는|라고|라면|으로서|으로써|로서|로써|으로|로|에서|에게|에|한테|께|부터|까지|보다|처럼|마다|조차|밖에|" +
  "하고|이랑|랑|이나|나|이란|란|이면|면|이며|며|이고|이다|인|이|가|은|을|를|의|와|과)?(?:는|도|만)?";
/** And Hebrew at its beginning: the, and, in, as, to, from, that. */
const prefixes = "[והבכלמש]{1,3}";

const letters = String.raw`(?![${solid}])[\p{L}\p{N}]`;
const edge = `(?<!${letters})`;

/**
 * No letter stands beside a word, but a letter of a script without spaces may: WHO的. Nor do the particles of Korean
 * and the prefixes of Hebrew make another word of it: WHO는, בקמח.
 */
const before = `(?:(?=[${solid}])|${edge}|(?=[א-ת])(?<=${edge}${prefixes}))`;
const after = `(?:(?<=[${solid}])|(?=${particles}(?!${letters})))`;

/**
 * Any of these words, the longest that fits. At least one; letters and digits make words. Where a word has a space the
 * text may have a line end: `inOneLine` undoes that. To be used with `matchWords`.
 */
export function wholeWords(words: readonly string[]): RegExp {
  const root: Branch = { isEnd: false, next: new Map() };
  for (const word of words) grow(root, word);
  return new RegExp(before + patternOf(root) + after, "gu");
}

/** What words have in common at their beginning stands once: thousands of them, each by itself, are no expression any more. */
interface Branch {
  isEnd: boolean;
  readonly next: Map<string, Branch>;
}

function grow(root: Branch, word: string): void {
  let branch = root;
  for (const [piece] of word.matchAll(/\s+|[^]/gu)) {
    const next: Branch = branch.next.get(escapePattern(piece)) ?? { isEnd: false, next: new Map() };
    branch.next.set(escapePattern(piece), next);
    branch = next;
  }
  branch.isEnd = true;
}

/** The longer words before those that they begin with. */
function patternOf({ next, isEnd }: Branch): string {
  const longer = [...next].map(([piece, branch]) => piece + patternOf(branch));
  if (longer.length === 0) return "";
  return longer.length === 1 && !isEnd ? String(longer[0]) : `(?:${longer.join("|")})${isEnd ? "?" : ""}`;
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
