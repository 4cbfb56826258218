import type { Report } from "../../diagnostics/report.ts";
import type { Prose } from "./prose.ts";

/** Three or more capitals, except Roman numerals. */
const capitals = /(?<![\p{L}\p{N}])(?![IVXLCDM]+(?!\p{L}))\p{Lu}{3,}(?=s?(?![\p{L}\p{N}]))/gu;

/**
 * Reports unexplained abbreviations. One explanation is enough: `*[ABC]: …`, the glossary, "its long form (ABC)" or
 * "ABC (its long form)".
 */
export function checkAbbreviations({ passages, explained }: Prose, report: Report): void {
  // An explanation of "PGY-1" also explains "PGY".
  const seen = new Set(Array.from(explained).flatMap((term) => [term, term.replace(/-\p{N}+$/u, "")]));
  const whole = passages.map(({ text }) => text).join("\n");
  for (const { text, placeOf } of passages) {
    // A text all in capitals is emphasised, not abbreviated.
    if (!/\p{Ll}/u.test(text)) continue;
    for (const { 0: short, index } of text.matchAll(capitals)) {
      if (seen.has(short)) continue;
      seen.add(short);
      if (isExplainedIn(whole, short)) continue;
      const message = `"${short}" is not explained.`;
      const hint = `Write its long form at its first use, or define it: *[${short}]: …`;
      report("abbreviationExplained", placeOf(index), message, hint);
    }
  }
}

function isExplainedIn(text: string, short: string): boolean {
  return new RegExp(String.raw`\p{L}\s+\(${short}s?\b|\b${short}s?\s+\(\p{L}[^()]*\p{Ll}`, "u").test(text);
}
