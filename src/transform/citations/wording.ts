import type { CslItem } from "../../config/references/csl-item.ts";

/** How a language names an edition; `#` is its number. Of others the locale of the style writes it. */
const editions: Readonly<Record<string, string>> = {
  ar: "ط. #",
  bn: "সংস্করণ #",
  fa: "ویرایش #",
  he: "מהדורה #",
  hi: "संस्करण #",
  ja: "第#版",
  ko: "제#판",
  ta: "பதிப்பு #",
  th: "พิมพ์ครั้งที่ #",
  ur: "ایڈیشن #",
  vi: "ấn bản #",
  zh: "第#版",
};

/** Returns a work with its edition in words, in languages whose locale has a number and a word that do not fit. */
export function withEdition(item: CslItem, language: string): CslItem {
  const { edition } = item;
  const pattern = editions[new Intl.Locale(language).language];
  if (pattern === undefined || typeof edition !== "string" || !/^\d+$/.test(edition)) return item;
  return { ...item, edition: pattern.replace("#", edition) };
}

/**
 * Returns the punctuation of the processor's output in the language: commas and semicolons after Arabic letters, no
 * space between Chinese or Japanese names and "et al.", and none before a semicolon where a publisher is missing.
 */
export function setPunctuation(html: string): string {
  return html
    .replaceAll(/ ; (?=\d{4}\b)/g, "; ")
    .replaceAll(/(?<=\p{sc=Arab}\p{M}*)[,;](?=\s|<|$)/gu, (mark) => (mark === "," ? "،" : "؛"));
}

/** Joins names and "et al.": without a space where words have none. */
export function joinOthers(names: string, etAl: string): string {
  const isSolid = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}]$/u.test(names) && /^[\p{scx=Hani}\p{scx=Hira}]/u.test(etAl);
  return isSolid ? names + etAl : `${names} ${etAl}`;
}
