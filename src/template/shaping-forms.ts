/** Vowels that HarfBuzz divides in two before it looks for glyphs: Thai and Lao AM. */
const divided: Readonly<Record<string, string>> = { "\u0E33": "\u0E4D\u0E32", "\u0EB3": "\u0ECD\u0EB2" };

/** Scripts whose letters are shaped as they stand; to decompose them costs faces that nothing is set in. */
const whole =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Characters that shaping writes in place of a text's own, and a subset of a font must have as well: the parts of vowels
 * that stand on several sides of their letter (canonical decomposition, Unicode Standard Annex 15), and of Thai and Lao AM.
 */
export function shapingForms(characters: readonly string[]): string[] {
  const forms = characters.map(
    (character) => divided[character] ?? (whole.test(character) ? "" : character.normalize("NFD")),
  );
  return [...new Set(forms.join(""))];
}

/** Whether a character is set by its parts: one that fonts lack, while they have all that it is composed of. */
export function isComposedOf(covered: ReadonlySet<string>): (character: string) => boolean {
  return (character) => {
    const parts = Array.from(character.normalize("NFD"));
    return parts.length > 1 && parts.every((part) => covered.has(part));
  };
}
