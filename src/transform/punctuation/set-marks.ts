import type { PunctuationStyle } from "./quotation-marks.ts";
import { QuoteReader, type Role } from "./set-quotes.ts";

/**
 * Replaces straight marks by the language's. Characters keep their index, so that they can be returned to their nodes.
 * Removes a space that French typing puts inside a straight mark.
 */
export function setMarks(characters: readonly string[], style: PunctuationStyle): string[] {
  // Invisible formatting characters do not count as neighbours.
  const indices = [...characters.keys()].filter((index) => !/\p{Cf}/u.test(characters[index] ?? ""));
  const text = indices.map((index) => characters[index] ?? "");
  const { roles } = new QuoteReader(text, style);
  const written = [...characters];
  for (const [position, role] of roles) {
    const index = indices[position] ?? 0;
    const isDouble = text[position] === '"';
    written[index] = glyph(role, isDouble, style);
    if (!style.spaced || !isDouble) continue;
    const inside = role === "open" ? index + 1 : index - 1;
    if ((role === "open" || role === "close") && /^[ \u00A0\u202F]$/.test(characters[inside] ?? ""))
      written[inside] = "";
  }
  return written;
}

function glyph(role: Role, isDouble: boolean, style: PunctuationStyle): string {
  if (role === "measure") return isDouble ? '"' : "'";
  if (role === "geresh") return isDouble ? "״" : "׳";
  if (role === "apostrophe") return "’";
  return (isDouble ? style.outer : style.inner)[role === "open" ? 0 : 1];
}
