/**
 * Returns a text as a CSS string (https://www.w3.org/TR/css-syntax-3/#consume-string-token) that is safe in a `<style>`
 * element: characters that could end the string, the line or the element are escaped.
 */
export function cssString(text: string): string {
  const escaped = text.replaceAll(/[\p{Cc}"\\<>]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}
