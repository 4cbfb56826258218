import { describe, expect, test } from "vitest";
import { citingBook } from "../../support/books/citations.ts";
import { arabicArticle, chaptersBook } from "../../support/books/chapters.ts";
import { nonsenseBook } from "../../support/books/any-html.ts";
import { hostileArticle, noteInLink } from "../../support/books/hostile.ts";
import { longArticle } from "../../support/books/long-chapter.ts";
import { built } from "../../support/built.ts";
import { epubOf } from "../../support/epub.ts";
import { epubcheck, java, judge } from "../../support/epubcheck.ts";
import { richArticle } from "../../support/rich-article.ts";
import type { Files } from "../../support/temporary.ts";

// The books of the other tests before the official checker, which takes seconds for each.

const books: Readonly<Record<string, () => Files | Promise<Files>>> = {
  "chapters and parts": chaptersBook,
  "a text from right to left": () => arabicArticle,
  "raw HTML and odd characters": () => hostileArticle,
  "a note's reference in a link": () => noteInLink,
  "a long chapter": () => longArticle,
  citations: () => citingBook,
  "any raw HTML": () => nonsenseBook().files,
};

describe(`${judge} has neither an error nor a warning about`, () => {
  test.each(Object.entries(books))("%s", async (_, files) => {
    const { bytes } = await epubOf(await files());
    expect(await epubcheck(bytes)).toEqual([]);
  });

  test("every feature, as an e-book with pages and as one for Kobo", async () => {
    const files = await richArticle();
    const text = `${String(files["article.md"])}\nOne sentence. And *another*!\n\n$$\nx^2\n$$\n`;
    const artifacts = await built({ ...files, "article.md": text }, ["ebook", "ebook-kobo"]);
    expect(artifacts.map(({ edition }) => edition)).toEqual(["ebook", "ebook-kobo"]);
    for (const { bytes } of artifacts) expect(await epubcheck(bytes)).toEqual([]);
  });
});

test("GitHub's runners have Java, so that the W3C's own EPUBCheck judges there", () => {
  expect(process.env["GITHUB_ACTIONS"] !== "true" || java !== undefined).toBe(true);
});
