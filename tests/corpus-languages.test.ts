import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build } from "../src/pipeline/build.ts";
import { bookText, webText } from "./support/edition-text.ts";
import { printDiagnostics } from "./support/prepare.ts";
import { sourceWords } from "./support/source-words.ts";
import { datedWorldIn } from "./support/world.ts";

// An article in each of these languages, written for this project, with whatever an article has: nested and loose lists,
// a table, a figure, notes side by side, a citation, a formula, code, a term, words in another script and direction.

const folder = join(import.meta.dirname, "corpus", "languages");
const languages = readdirSync(folder).filter((name) => !name.includes("."));

/** Packages of 80 MB each, of which the project has the Japanese one: the others are asked for, once for each article. */
const notInstalled: Readonly<Record<string, string>> = {
  // For four words in Chinese.
  ja: "@fontsource/noto-serif-sc",
  ko: "@fontsource/noto-serif-kr",
  zh: "@fontsource/noto-serif-sc",
  "zh-Hant": "@fontsource/noto-serif-tc",
};

/** Names of directives and attributes, and of what a citation cites, which is shown as its number. */
const markup = "count div drawing figure guide lang ltr rtl ruby span svg table".split(" ");

describe("corpus of languages", () => {
  test("has twelve languages and eight scripts", () => {
    const scripts = new Set(languages.map((language) => new Intl.Locale(language).maximize().script));
    expect(languages.length).toBeGreaterThanOrEqual(12);
    expect(scripts.size).toBeGreaterThanOrEqual(8);
  });

  test.each(languages)("%s", async (language) => {
    const request = { sources: [language], editions: ["web", "ebook"] as const, config: {}, toolVersion: "0.0.0" };
    const outcome = await build(datedWorldIn(folder), { ...request, pageList: false });
    if (!outcome.ok) throw new Error(printDiagnostics(outcome.diagnostics));
    expect(printDiagnostics(outcome.diagnostics.filter(({ rule }) => rule === "formatsAgree"))).toBe("");
    const name = notInstalled[language];
    const expected = name === undefined ? [] : [`Run: npm install ${name}`];
    expect(outcome.diagnostics.filter(({ rule }) => rule !== "coverGlyphs").map(({ hint }) => hint)).toEqual(expected);
    const [page, book] = outcome.value.flatMap(({ artifacts }) => artifacts);
    if (!page || !book) throw new Error("The page or the book was not made.");
    const text = webText(page);
    expect(bookText(book)).toBe(text);
    const visible = text.toLowerCase() + new TextDecoder().decode(page.bytes).normalize("NFKC").toLowerCase();
    const source = readFileSync(join(folder, language, "article.md"), "utf8");
    expect(sourceWords(source).filter((word) => !visible.includes(word) && !markup.includes(word))).toEqual([]);
  });
});
