import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { build } from "../../src/pipeline/build.ts";
import { bookText, webText } from "./edition-text.ts";
import { printDiagnostics } from "./prepare.ts";
import { sourceWords } from "./source-words.ts";
import { datedWorldIn } from "./world.ts";

// An article in each of these languages, written for this project, with whatever an article has: nested and loose lists,
// a table, a figure, notes side by side, a citation, a formula, code, a term, words in another script and direction.

const folder = join(import.meta.dirname, "..", "corpus", "languages");
export const languages = readdirSync(folder).filter((name) => !name.includes("."));

/** Those that every run of the tests makes: each has something of its own. */
export const everyRun = ["ar", "de", "he", "hi", "ja", "th", "zh"];

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

/** Its web page and its book say the same, and all that the author wrote. */
export async function expectWhole(language: string): Promise<void> {
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
}
