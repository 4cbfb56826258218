import { expect, test } from "vitest";
import { nonsenseBook } from "../../support/books/any-html.ts";
import { epubOf, textOf } from "../../support/epub.ts";

test("whatever raw HTML is in a text, the book has every word", async () => {
  const { files, words } = nonsenseBook();
  const book = await epubOf(files);
  const lost = words.flatMap((own, index) => {
    const path = `EPUB/text/${String(index + 1).padStart(2, "0")}-c${index}.xhtml`;
    const [body] = book.all(path, "body");
    const found = new Set((body ? textOf(body) : "").match(/w\d+/g));
    return own.filter((word) => !found.has(word)).map((word) => `${path} ${word}`);
  });
  expect(lost).toEqual([]);
});
