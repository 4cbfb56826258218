/** Terminal control characters (ECMA-48), bidirectional controls (UAX #9), and line ends. */
const controls = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** Escapes control characters in a name or a line for a terminal or a log, as `\u{1b}`. */
export function escapeControls(text: string): string {
  return text.replaceAll(controls, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** Escapes control characters in a text of several lines, and prevents lines from being commands to GitHub's runner. */
export function escapeLines(text: string): string {
  return text
    .split("\n")
    .map(escapeControls)
    .join("\n")
    .replaceAll(/(?<=\n\s*):(?=:)/g, String.raw`\u{3a}`);
}
