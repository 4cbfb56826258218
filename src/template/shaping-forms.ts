/** Vowels that HarfBuzz decomposes before it looks up glyphs: Thai and Lao AM. */
const divided: Readonly<Record<string, string>> = { "\u0E33": "\u0E4D\u0E32", "\u0EB3": "\u0ECD\u0EB2" };

/** Scripts whose letters are shaped undecomposed; decomposing them would add fonts that nothing is set in. */
const whole =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Returns characters that shaping substitutes, which a font subset must contain as well: parts of vowels that surround
 * their letter (canonical decomposition, Unicode Standard Annex 15), and of Thai and Lao AM.
 */
export function shapingForms(characters: readonly string[]): string[] {
  const forms = characters.map(
    (character) => divided[character] ?? (whole.test(character) ? "" : character.normalize("NFD")),
  );
  return [...new Set(forms.join(""))];
}

/**
 * Returns a function that reports whether a character is set from its parts: fonts lack it but have all its components.
 */
export function isComposedOf(covered: ReadonlySet<string>): (character: string) => boolean {
  return (character) => {
    const parts = Array.from(character.normalize("NFD"));
    return parts.length > 1 && parts.every((part) => covered.has(part));
  };
}
