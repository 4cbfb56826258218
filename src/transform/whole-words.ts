import { once } from "../model/once.ts";

/** Scripts without spaces between words. */
const solid =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30FC\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const startsSolid = new RegExp(`^[${solid}]`, "u");
const endsSolid = new RegExp(`[${solid}]$`, "u");
/** Four Chinese characters in a row are a term, however the dictionary divides them. */
const longHan = /^\p{Script=Han}{4,}$/u;
/** Its dictionaries take a hundredth of the time of a short build to load. */
const segmenter = once(() => new Intl.Segmenter("und", { granularity: "word" }));

/** Suffixes of Korean words: plural, case and topic particles. */
const particles =
  "들?(?:이라는|이라고|이라면|라는|라고|라면|으로서|으로써|로서|로써|으로|로|에서|에게|에|한테|께|부터|까지|보다|처럼|마다|조차|밖에|" +
  "하고|이랑|랑|이나|나|이란|란|이면|면|이며|며|이고|이다|인|이|가|은|을|를|의|와|과)?(?:는|도|만)?";
/** Prefixes of Hebrew words: the, and, in, as, to, from, that. */
const prefixes = "[והבכלמש]{1,3}";

const letters = String.raw`(?![${solid}])[\p{L}\p{N}]`;
const edge = `(?<!${letters})`;

/**
 * No letter may be adjacent to a word, except one of a script without spaces: WHO的. Korean particles and Hebrew
 * prefixes are allowed, too: WHO는, בקמח.
 */
const before = `(?:(?=[${solid}])|${edge}|(?=[א-ת])(?<=${edge}${prefixes}))`;
const after = `(?:(?<=[${solid}])|(?=${particles}(?!${letters})))`;

/**
 * Returns a pattern for any of these words, the longest first. At least one; words consist of letters and digits. A
 * space in a word also matches a line end, which `inOneLine` undoes. Use it with `matchWords`.
 */
export function wholeWords(words: readonly string[]): RegExp {
  const root: Branch = { isEnd: false, next: new Map() };
  for (const word of words) grow(root, word);
  return new RegExp(before + patternOf(root) + after, "gu");
}

/** A trie, because an alternation of thousands of words is too large for a regular expression. */
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

/** Puts longer words before their prefixes. */
function patternOf({ next, isEnd }: Branch): string {
  const longer = [...next].map(([piece, branch]) => piece + patternOf(branch));
  if (longer.length === 0) return "";
  return longer.length === 1 && !isEnd ? String(longer[0]) : `(?:${longer.join("|")})${isEnd ? "?" : ""}`;
}

/** Yields the matches in a text. In a script without spaces, words end where `Intl.Segmenter` divides the text. */
export function* matchWords(text: string, words: RegExp): Generator<RegExpExecArray> {
  const pattern = new RegExp(words);
  let borders: ReadonlySet<number> | undefined;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [word] = match;
    if (!longHan.test(word) && (startsSolid.test(word) || endsSolid.test(word))) {
      borders ??= new Set([text.length, ...[...segmenter().segment(text)].map(({ index }) => index)]);
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
