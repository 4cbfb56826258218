import type { Code } from "micromark-util-types";

// Helpers for micromark's character codes.

export function characterOf(code: Code): string {
  if (code === null) return "";
  return code < 0 ? " " : String.fromCharCode(code);
}

/** Reports whether a code is one of the line ends, -5 to -3. */
export function isLineEnd(code: Code): boolean {
  return code !== null && code < -2;
}

export function isWord(code: Code): boolean {
  return code !== null && code >= 0 && /[\p{L}\p{N}_]/u.test(String.fromCharCode(code));
}

/** Normalises a label as micromark does to match definitions (CommonMark 0.31, 4.7). */
export function toLabel(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().toLowerCase().toUpperCase();
}
