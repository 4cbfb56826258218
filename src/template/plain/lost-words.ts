/** Returns the first words, in text order, that the output lacks. White space and marks do not count. */
export function lostWords(words: readonly string[], written: string): string[] {
  const text = dense(written);
  let behind = 0;
  for (const [index, word] of words.entries()) {
    const looked = dense(word);
    const found = text.indexOf(looked, behind);
    if (found < 0) return words.slice(index, index + 5);
    behind = found + looked.length;
  }
  return [];
}

function dense(text: string): string {
  return text.normalize("NFKC").replaceAll(/[\s\u00AD\u200B-\u200F\u2060-\u2069]+/g, "");
}
