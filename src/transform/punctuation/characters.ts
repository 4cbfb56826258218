import { isWide } from "../../model/wide-characters.ts";

/** Class of a character next to a quotation mark. */
export type Kind = "space" | "word" | "opening" | "closing" | "connector" | "mark";

/** Placeholder for what is not text: code, a formula, an image, an address. */
export const object = "\uFFFC";

/** Returns the class of a character; `character` is empty at the ends of the text. */
export function kindOf(character: string): Kind {
  if (character === "" || /\s/.test(character)) return "space";
  if (character === "'" || character === '"') return "mark";
  if (character === object || /[\p{L}\p{N}\p{M}%‰°$€£¥§#@]/u.test(character)) return "word";
  if (/[([{¡¿«‹“‘„‚「『（【《〈〔［｛]/u.test(character)) return "opening";
  if (/[.,;:!?)\]}»›”’。、，！？；：）】》〉〕］｝」』؟،؛।]/u.test(character)) return "closing";
  return "connector";
}

export const isHebrew = (character: string): boolean => /[\u05D0-\u05EA]/.test(character);

/**
 * Letters of scripts without an apostrophe: a mark between two of them is a quotation mark, because words are followed
 * by particles without a space, or have no spaces at all.
 */
export const hasNoApostrophe = (character: string): boolean =>
  isWide(character) ||
  /[\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Arabic}]/u.test(
    character,
  ) ||
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}]/u.test(character) ||
  /[\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Ethiopic}]/u.test(character);
