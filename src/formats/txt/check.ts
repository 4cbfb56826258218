import type { CheckSuite } from "../../model/check-suite.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { lostWords } from "../../template/plain/lost-words.ts";

/** The check suite of every text file. */
export const textSuite: CheckSuite = {
  id: "plain-text",
  title: "Plain text: every word, no control characters",
  rules: [],
  parts: [{ source: "Offprint, every word is there" }],
};

/** Checks that the file is UTF-8 without control characters and has every word of the publication. */
export function verifyText(bytes: Uint8Array, words: readonly string[], file: string): Diagnostic[] {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const faults = /[^\P{Cc}\n]/u.test(text) ? ["There is a control character."] : [];
  const lost = lostWords(words.map(withoutMarks), withoutMarks(text));
  if (lost.length > 0) faults.push(`What follows is not in the file as it is in the text: ${lost.join(" ")}`);
  return faults.map((fault) => diagnostic("textValid", fault, undefined, { file }));
}

/** Removes the marks of links and quotations, which may stand between or inside words. */
function withoutMarks(text: string): string {
  return text.replaceAll(/ ?\[L\d+\]/g, "").replaceAll(">", "");
}
