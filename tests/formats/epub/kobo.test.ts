import { beforeAll, describe, expect, test } from "vitest";
import { built } from "../../support/built.ts";
import { type OpenedEpub, openEpub, textOf } from "../../support/epub.ts";
import { richArticle } from "../../support/rich-article.ts";

const article = "EPUB/text/01-article.xhtml";
let plain: OpenedEpub;
let kobo: OpenedEpub;

beforeAll(async () => {
  const files = await richArticle();
  const text = `${String(files["article.md"])}\nOne sentence. And *another*!\n\n$$\nx^2\n$$\n`;
  const made = await built({ ...files, "article.md": text }, ["ebook", "ebook-kobo"]);
  expect(made.map(({ path }) => path)).toEqual(["text/text.epub", "text/text.kepub.epub"]);
  [plain, kobo] = made.map(({ bytes }) => openEpub(bytes)) as [OpenedEpub, OpenedEpub];
});

const documents = (): string[] => Object.keys(kobo.files).filter((path) => path.endsWith(".xhtml"));
const spans = (path: string) => kobo.all(path, "span").filter(({ attributes }) => attributes["class"] === "koboSpan");

describe("the edition for Kobo", () => {
  test("has the words of the e-book, every one of them in a span, and every picture", () => {
    for (const path of documents()) {
      const words = (book: OpenedEpub): string => book.all(path, "body").map(textOf).join("");
      expect(words(kobo), path).toBe(words(plain));
      const outside = kobo.all(path, "pre").concat(kobo.all(path, "math"), kobo.all(path, "svg"));
      const letters = (text: string): string => text.replaceAll(/\s/g, "");
      const marked = spans(path).map(textOf).join("") + outside.map(textOf).join("");
      expect(letters(marked).length, path).toBe(letters(words(kobo)).length);
      const pictures = spans(path).flatMap(({ children }) =>
        children.filter((child) => child.type === "element" && child.name === "img"),
      );
      expect(pictures).toHaveLength(kobo.all(path, "img").length);
    }
  });

  test("numbers spans by paragraph and sentence, each number once in a document", () => {
    const ids = spans(article).map(({ attributes }) => attributes["id"] ?? "");
    expect(ids.length).toBeGreaterThan(50);
    expect(ids.every((id) => /^kobo\.[1-9]\d*\.[1-9]\d*$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    const texts = spans(article).map(textOf);
    expect(texts.slice(texts.indexOf("One sentence. ")).slice(0, 4)).toEqual([
      "One sentence. ",
      "And ",
      "another",
      "!",
    ]);
  });

  test("has Kobo's boxes around each document, and leaves code, formulas and drawings alone", () => {
    for (const path of documents()) {
      expect(kobo.text(path)).toMatch(/<body[^>]*><div id="book-columns"><div id="book-inner">/);
      expect(kobo.all(path, "style").map(({ attributes }) => attributes["class"])).toEqual(["kobostylehacks"]);
    }
    for (const name of ["pre", "math", "svg"]) {
      const inside = kobo.all(article, name).map((element) => JSON.stringify(element));
      expect(inside.length, name).toBeGreaterThan(0);
      expect(inside.filter((text) => text.includes("koboSpan"))).toEqual([]);
    }
  });
});
