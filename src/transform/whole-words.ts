/**
 * Any of these words where it stands alone, the longest that fits. At least one; letters and digits make words. Where a
 * word has a space the text may have a line end: `inOneLine` undoes that.
 */
export function wholeWords(words: readonly string[]): RegExp {
  const longestFirst = words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${longestFirst.map(escapePattern).join("|")})(?![\p{L}\p{N}])`,
    "gu",
  );
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);
}

export function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
