import { describe, expect, test } from "vitest";
import { calloutNames, countWith, translations, type Messages, messagesFor } from "../../src/i18n/messages.ts";

function textsOf(words: Messages): string[] {
  const collect = (value: unknown): string[] =>
    typeof value === "string" ? [value] : Object.values(value as object).flatMap(collect);
  return collect(words);
}

/** Lists the keys of messages, with those above them. Forms of a plural differ by language, and count as one. */
function keysOf(value: unknown, above = ""): string[] {
  if (typeof value !== "object" || value === null || "other" in value) return [above];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${above}/${key}`));
}

describe.each(Object.entries(translations))("%s", (language, words) => {
  test("is entirely in its own script", () => {
    const texts = textsOf(words);
    expect(texts.filter((text) => text.trim() === "" || text !== text.trim())).toEqual([]);
    expect(new Set(calloutNames.map((name) => words.callouts[name])).size).toBe(calloutNames.length);
    const { script = "" } = new Intl.Locale(language).maximize();
    const own = {
      Hans: "Han",
      Hant: "Han",
      Kore: "Hangul",
      Grek: "Greek",
      Hebr: "Hebrew",
      Cyrl: "Cyrillic",
      Thai: "Thai",
      Jpan: "Han}\\p{Script=Hiragana}\\p{Script=Katakana",
      Deva: "Devanagari",
      Beng: "Bengali",
      Taml: "Tamil",
      Arab: "Arabic",
    };
    const name = script === "Latn" ? "Latin" : own[script as keyof typeof own];
    const letters = new RegExp(`[\\p{Script=${name}}]`, "u");
    expect(
      [words.contents, words.checked, words.figure, words.library.title].filter((text) => !letters.test(text)),
    ).toEqual([]);
  });

  // A key that is missing is an error of the compiler, which allows others.
  test("has the keys of English and no other", () => {
    expect(keysOf(words).toSorted()).toEqual(keysOf(translations.en).toSorted());
  });

  test("has a form for every plural rule of its language", () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    // "many" in Romance languages is for a million of something, which no publication has of pages.
    const needed = pluralCategories.filter((rule) => rule !== "many" || ["ar", "pl", "ru"].includes(language));
    for (const forms of [words.library.pages, words.web.readingTime]) {
      expect(Object.keys(forms).toSorted()).toEqual(needed.toSorted());
    }
  });
});

test("a number takes the form that its language asks for", () => {
  const pages = (language: string, count: number): string =>
    countWith(messagesFor(language).library.pages, count, language);
  expect([0, 1, 2].map((count) => pages("en", count))).toEqual(["0 pages", "1 page", "2 pages"]);
  expect([0, 1, 2].map((count) => pages("fr", count))).toEqual(["0 page", "1 page", "2 pages"]);
  expect([1, 2, 3, 11, 100].map((count) => pages("ar-EG", count))).toEqual([
    "صفحة واحدة",
    "صفحتان",
    "٣ صفحات",
    "١١ صفحة",
    "١٠٠ صفحة",
  ]);
  expect([1, 12].map((count) => pages("ja", count))).toEqual(["1ページ", "12ページ"]);
});

test("a region's language falls back to its own, one without words to English", () => {
  expect(messagesFor("pt-BR").contents).toBe("Sumário");
  expect(messagesFor("zh-CN").contents).toBe("目录");
  for (const language of ["zh-TW", "zh-HK", "zh-Hant-TW"]) expect(messagesFor(language).contents).toBe("目錄");
  expect(messagesFor("sw").contents).toBe("Contents");
});
