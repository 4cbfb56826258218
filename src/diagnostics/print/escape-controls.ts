/** Controls of a terminal (ECMA-48), marks that turn the order of characters about (UAX #9), and line ends. */
const controls = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** A name or a line of text for a terminal or a log: what steers them is shown by its number, as `\u{1b}`. */
export function escapeControls(text: string): string {
  return text.replaceAll(controls, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** The same of a text that may have several lines, of which none is a command for GitHub's runner, which reads every log. */
export function escapeLines(text: string): string {
  return text
    .split("\n")
    .map(escapeControls)
    .join("\n")
    .replaceAll(/(?<=\n\s*):(?=:)/g, String.raw`\u{3a}`);
}
