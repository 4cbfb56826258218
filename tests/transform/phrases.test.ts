import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { smartenText } from "../../src/transform/punctuation.ts";

// phrases/*.txt hold what is right, a phrase a line. What an author types is the same with straight marks.

const folder = new URL("phrases/", import.meta.url);

/** The marks that are typed as a double one; the others are single. */
const doubles: Readonly<Record<string, RegExp>> = {
  fr: /« ?| ?»/g,
  it: /[«»]/g,
  es: /[«»]/g,
  ru: /[«»]/g,
  pl: /[„”]/g,
  ja: /[「」]/g,
  de: /[„“]/g,
  he: /[”״]/g,
  sv: /”/g,
  fi: /”/g,
  ar: /[”“]/g,
  cs: /[„“]/g,
  hu: /[„”]/g,
  ro: /[„”]/g,
  uk: /[«»]/g,
  el: /[«»]/g,
  ca: /[«»]/g,
  fa: /[«»]/g,
  nb: /[«»]/g,
};

function typed(phrase: string, language: string): string {
  return phrase
    .replaceAll(doubles[language] ?? /[“”]/g, '"')
    .replaceAll(/[‘’‚“”„«»‹›『』׳]/g, "'")
    .replaceAll("—", "---")
    .replaceAll("–", "--")
    .replaceAll("…", "...");
}

const languages = readdirSync(folder).map((name) => name.replace(".txt", ""));

describe.each(languages)("%s", (language) => {
  const phrases = readFileSync(new URL(`${language}.txt`, folder), "utf8")
    .trimEnd()
    .split("\n");

  test.each(phrases)("%s", (phrase) => {
    // What is printed narrow in French is U+202F, shown in the file as a plain space.
    const written = smartenText(typed(phrase, language), language);
    expect(language === "fr" ? written.replaceAll("\u202F", " ") : written).toBe(phrase);
  });

  test.each(phrases)("stays as it is: %s", (phrase) => {
    const once = smartenText(typed(phrase, language), language);
    expect(smartenText(once, language)).toBe(once);
  });
});

test("has at least the expected number of phrases", () => {
  const count = languages.map((name) => readFileSync(new URL(`${name}.txt`, folder), "utf8").split("\n").length - 1);
  expect(languages.length).toBeGreaterThanOrEqual(12);
  expect(count.reduce((sum, number) => sum + number)).toBeGreaterThanOrEqual(300);
});
