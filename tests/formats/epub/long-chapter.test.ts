import { beforeAll, expect, test } from "vitest";
import { type OpenedEpub, epubOf } from "../../support/epub.ts";
import { longArticle } from "../../support/books/long-chapter.ts";

let book: OpenedEpub;

beforeAll(async () => {
  book = await epubOf(longArticle);
});

test("a long chapter is several documents, each of a size that e-readers take", () => {
  const paths = Object.keys(book.files).filter((path) => path.startsWith("EPUB/text/01-article"));
  expect(paths.length).toBeGreaterThan(2);
  for (const path of paths) expect(book.files[path]?.length).toBeLessThan(300_000);
});

test("links, notes and the contents list lead to where things are now", () => {
  const links = Object.keys(book.files)
    .filter((path) => path.endsWith(".xhtml"))
    .flatMap((path) => book.all(path, "a").map(({ attributes }) => [path, attributes["href"] ?? ""] as const));
  const inside = links.filter(([, href]) => !/^https?:/.test(href) && href.includes("#"));
  expect(inside.length).toBeGreaterThan(60 * 4);
  for (const [path, href] of inside) {
    const [file, id] = href.split("#");
    const target = file ? `EPUB/text/${file}` : path;
    expect(book.text(target), href).toContain(`id="${id ?? ""}"`);
  }
});

test("the chapter's name occurs once", () => {
  const named = Object.keys(book.files).filter((path) => / epub:type="chapter"/.test(book.text(path)));
  expect(named).toEqual(["EPUB/text/01-article.xhtml"]);
});
