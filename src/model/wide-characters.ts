const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\u30FB\u30FC\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6]/u;

/** Reports whether a character is full-width, except Korean, which has spaces between words. */
export function isWide(character: string): boolean {
  return wide.test(character);
}

/**
 * Returns the positions of the punctuation of a line without an adjacent wide character; quotation marks are judged in
 * pairs.
 */
export function narrowMarks(line: string): ReadonlySet<number> {
  const narrow = new Set<number>();
  const open: { readonly mark: string; readonly index: number }[] = [];
  const isAlone = (...indices: number[]): boolean => {
    const neighbours = indices.flatMap((index) => [neighbour(line, index, -1), neighbour(line, index, 1)]);
    return neighbours.some((one) => one !== "") && !neighbours.some(isWide);
  };
  for (const { 0: mark, index } of line.matchAll(/[“”‘’…—]/gu)) {
    if (mark === "“" || mark === "‘") open.push({ mark, index });
    else if (mark === "’" && isApostrophe(line, index)) narrow.add(index);
    else if (mark === "…" || mark === "—") {
      if (isAlone(index)) narrow.add(index);
    } else {
      const opening = open.findLastIndex((one) => one.mark === (mark === "”" ? "“" : "‘"));
      const pair = [...(opening < 0 ? [] : [open[opening]?.index ?? index]), index];
      if (opening >= 0) open.length = opening;
      if (isAlone(...pair)) for (const one of pair) narrow.add(one);
    }
  }
  for (const { index } of open) if (isAlone(index)) narrow.add(index);
  return narrow;
}

/** Reports whether a mark is between two letters, or before a word that lost its beginning. */
function isApostrophe(line: string, index: number): boolean {
  const isLetter = (one: string): boolean => /[\p{L}\p{N}]/u.test(one) && !isWide(one);
  return isLetter(line[index + 1] ?? "") && !isWide(line[index - 1] ?? "");
}

/** Returns the next character on a side other than such punctuation and spaces; empty at the end. */
function neighbour(line: string, index: number, step: 1 | -1): string {
  let at = index + step;
  while (at >= 0 && at < line.length && /[“”‘’…—\s]/u.test(line[at] ?? "")) at += step;
  return line[at] ?? "";
}
