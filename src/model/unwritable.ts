/**
 * Characters that neither XML nor HTML may contain: controls, noncharacters, lone surrogates (XML 1.0, 2.2, Char;
 * https://html.spec.whatwg.org/#preprocessing-the-input-stream).
 */
export const unwritable = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}|\p{Cs}/gu;

/** What moves the cursor of a terminal or sets its colours (ECMA-48, 5.4), in recorded output. */
// oxlint-disable-next-line no-control-regex
export const terminalSequence = /\u001B\[[0-?]*[ -/]*[@-~]/g;

/** Returns a message such as "Control character U+000B is removed." */
export function saysRemoved(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `${/\p{Cc}/u.test(character) ? "Control character" : "Noncharacter"} U+${code} is removed.`;
}
