import type { PunctuationStyle } from "./quotation-marks.ts";

const narrowSpace = "\u202F";

/** `--`, `---` and `...` to dashes and an ellipsis, and the spaces of French; not in addresses. `before`: the text so far. */
export function setDashes(value: string, before: string, style: PunctuationStyle): string {
  const spaced = style.spaced ? narrowSpaces(value, before) : value;
  const parts = spaced.split(/((?:[a-z][a-z\d+.-]*:\/\/|www\.)\S+)/i);
  return parts.map((part, index) => (index % 2 === 1 ? part : dashes(part))).join("");
}

/** Longer rows of hyphens or stops, and arrows, are something else. */
function dashes(value: string): string {
  return value
    .replaceAll(/(?<![-<])---(?![->])/g, "—")
    .replaceAll(/(?<![-<])--(?![->])/g, "–")
    .replaceAll(/(?<!\.)\.\.\.(?!\.)/g, "…");
}

/** Where the author typed a space before a mark or inside guillemets, one that does not break. */
function narrowSpaces(value: string, before: string): string {
  const whole = before + value;
  return whole
    .replaceAll(/(?<=[\p{L}\p{N}"'»”)\]])[ \u00A0](?=[;!?:]+($|[\s"'»”)\]]))/gmu, narrowSpace)
    .replaceAll(/(?<=«)[ \u00A0]|[ \u00A0](?=»)/gu, narrowSpace)
    .slice(before.length);
}
