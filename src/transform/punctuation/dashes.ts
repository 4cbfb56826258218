import type { PunctuationStyle } from "./quotation-marks.ts";

const narrowSpace = "\u202F";

/**
 * Replaces `--`, `---` and `...` by dashes and an ellipsis, and adds the spaces of French; not in addresses. `before`:
 * the preceding text.
 */
export function setDashes(value: string, before: string, style: PunctuationStyle): string {
  const spaced = style.spaced ? narrowSpaces(value, before) : value;
  const parts = spaced.split(/((?:[a-z][a-z\d+.-]*:\/\/|www\.)\S+)/i);
  return parts.map((part, index) => (index % 2 === 1 ? part : dashes(part))).join("");
}

/** Replaces dashes, but not longer rows of hyphens or dots, nor arrows. */
function dashes(value: string): string {
  return value
    .replaceAll(/(?<![-<])---(?![->])/g, "—")
    .replaceAll(/(?<![-<])--(?![->])/g, "–")
    .replaceAll(/(?<!\.)\.\.\.(?!\.)/g, "…");
}

/** Makes the author's spaces before punctuation and inside guillemets non-breaking. */
function narrowSpaces(value: string, before: string): string {
  const whole = before + value;
  return whole
    .replaceAll(/(?<=[\p{L}\p{N}"'»”)\]])[ \u00A0](?=[;!?:]+($|[\s"'»”)\]]))/gmu, narrowSpace)
    .replaceAll(/(?<=«)[ \u00A0]|[ \u00A0](?=»)/gu, narrowSpace)
    .slice(before.length);
}
