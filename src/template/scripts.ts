import { once } from "../model/once.ts";

/** Digits and signs that counters, list markers, link marks and hyphenation add; they are not in the tree. */
export const counterSigns = " L0123456789.,:;()–—-\u00AD•◦▪…‘’“”/?!&";

/** Writing systems that consist of several Unicode scripts, by ISO 15924 code. */
const composed: Readonly<Record<string, string>> = {
  Hans: String.raw`\p{scx=Hani}\p{scx=Bopo}\u3000-\u303F\uFF00-\uFFEF`,
  Hant: String.raw`\p{scx=Hani}\p{scx=Bopo}\u3000-\u303F\uFF00-\uFFEF`,
  // Latin fonts may lack the horizontal bar and the two-dot leader.
  Jpan: String.raw`\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\u3000-\u303F\uFF00-\uFFEF\u2015\u2025`,
  Kore: String.raw`\p{scx=Hang}\p{scx=Hani}\u3000-\u303F\uFF00-\uFFEF`,
  Zsye: String.raw`\p{Extended_Pictographic}\p{Emoji_Presentation}`,
};

/**
 * Returns a function that tests whether a character belongs to one of these scripts (ISO 15924; Unicode Standard Annex
 * 24, Script_Extensions).
 */
export function writtenIn(scripts: readonly string[]): (character: string) => boolean {
  // Few texts have a character that a script is looked for.
  const pattern = once(() => {
    const patterns = scripts.map((script) => composed[script] ?? String.raw`\p{scx=${script}}`);
    return new RegExp(`[${patterns.join("")}]`, "u");
  });
  return (character) => pattern().test(character);
}

/** Returns the likely script of a language (BCP 47; Unicode CLDR likely subtags). */
export function scriptOf(language: string): string | undefined {
  return new Intl.Locale(language).maximize().script;
}

/** Scripts in modern use, by ISO 15924 code. */
const common =
  `Arab Armn Beng Cans Cher Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hebr Hira Kana Hani Khmr Knda Laoo Latn Mlym Mong Mymr Nkoo
  Sinh Syrc Taml Telu Thaa Thai Tibt Yiii`.split(/\s+/);

/** Returns a character's script, or `undefined` if it is another one or several. */
export function scriptIn(character: string): string | undefined {
  return common.find((script) => new RegExp(String.raw`\p{sc=${script}}`, "u").test(character));
}

/**
 * Returns why fonts are unlikely to have a character: it is a replacement character, a private use character,
 * unassigned, or a rare Chinese one (of the supplementary planes, of which text fonts have some hundreds).
 */
export function oddityOf(character: string): "lost" | "private" | "unassigned" | "rare" | undefined {
  if (character === "\uFFFD") return "lost";
  if (/\p{Private_Use}/u.test(character)) return "private";
  if (/\p{Unassigned}/u.test(character)) return "unassigned";
  return (character.codePointAt(0) ?? 0) >= 0x2_00_00 ? "rare" : undefined;
}

/** Reports whether a character needs a glyph: not white space, control or default-ignorable characters. */
export function needsGlyph(character: string): boolean {
  return !/[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(character);
}
