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
  const counts = new Map<string, number>();
  const neighboursOf = neighbours(line);
  const isAlone = (...indices: number[]): boolean => {
    const beside = indices.flatMap(neighboursOf);
    return beside.some((neighbour) => neighbour !== "") && !beside.some(isWide);
  };
  for (const { 0: mark, index } of line.matchAll(/[“”‘’…—]/gu)) {
    if (mark === "“" || mark === "‘") {
      open.push({ mark, index });
      counts.set(mark, (counts.get(mark) ?? 0) + 1);
    } else if (mark === "’" && isApostrophe(line, index)) narrow.add(index);
    else if (mark === "…" || mark === "—") {
      if (isAlone(index)) narrow.add(index);
    } else {
      const pair = [index];
      const wanted = mark === "”" ? "“" : "‘";
      while (pair.length < 2 && (counts.get(wanted) ?? 0) > 0) {
        const last = open.pop();
        if (!last) break;
        counts.set(last.mark, (counts.get(last.mark) ?? 0) - 1);
        if (last.mark === wanted) pair.unshift(last.index);
      }
      if (isAlone(...pair)) for (const offset of pair) narrow.add(offset);
    }
  }
  for (const { index } of open) if (isAlone(index)) narrow.add(index);
  return narrow;
}

/** Reports whether a mark is between two letters, or before a word that lost its beginning. */
function isApostrophe(line: string, index: number): boolean {
  const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character) && !isWide(character);
  return isLetter(line[index + 1] ?? "") && !isWide(line[index - 1] ?? "");
}

/**
 * Returns a function that gives the characters on both sides of a mark, other than such punctuation and spaces; empty
 * at the ends of the line.
 */
function neighbours(line: string): (index: number) => readonly [string, string] {
  const runs = new Map<number, readonly [string, string]>();
  for (const { 0: run, index } of line.matchAll(/[“”‘’…—\s]+/gu)) {
    const sides = [line[index - 1] ?? "", line[index + run.length] ?? ""] as const;
    for (let at = index; at < index + run.length; at += 1) runs.set(at, sides);
  }
  return (index) => runs.get(index) ?? ["", ""];
}

/** Reports whether quotation marks, dashes and ellipses are full-width in a language (BCP 47). */
export function hasWideMarks(language: string): boolean {
  return /^(?:zh|ja|yue)(?:-|$)/i.test(language);
}
