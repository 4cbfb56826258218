import { beforeAll, describe, expect, test } from "vitest";
import { built } from "../../support/built.ts";
import { type OpenedEpub, openEpub, textOf } from "../../support/epub.ts";
import { openReader, type Reader, type ReaderWindow } from "../../support/reader.ts";
import { richArticle } from "../../support/rich-article.ts";

// The book as a reading system shows it: opened by an engine that people read with, in a browser, on a small screen.

declare const window: ReaderWindow;

const cells = Array.from({ length: 7 }, (_, index) => `Column ${index} of seven`).join(" | ");
const table = `| ${cells} |\n${"| - ".repeat(7)}|\n| ${cells} |\n`;

let books: readonly OpenedEpub[];

beforeAll(async () => {
  const files = await richArticle();
  const article = `${String(files["article.md"])}\n## A wide table\n\n${table}`;
  const artifacts = await built({ ...files, "article.md": article }, ["ebook", "ebook-kobo"]);
  books = artifacts.map(({ bytes }) => openEpub(bytes));
});

const open = async (index: number): Promise<Reader & { book: OpenedEpub }> => {
  const book = books[index];
  if (!book) throw new Error("There is no such book.");
  return { book, ...(await openReader(book.bytes, { width: 390, height: 700 })) };
};

/** Go to every section in turn and say what is there. */
const readAll = ({ page }: Reader) =>
  page.evaluate(async () => {
    const { view } = window.reader;
    const seen = [];
    for (const [index, { id }] of view.book.sections.entries()) {
      await view.goTo(index);
      const { doc } = view.renderer.getContents()[0] ?? {};
      if (!doc) throw new Error(`Nothing is shown of ${id}.`);
      await doc.fonts.ready;
      seen.push({
        id,
        text: doc.body.textContent,
        pictures: Array.from(doc.images, ({ alt, complete, naturalWidth }) => ({
          alt,
          shown: complete && naturalWidth > 0,
        })),
        faces: Array.from(doc.fonts).filter(({ status }) => status === "loaded").length,
        // In columns an element is in pieces.
        wide: Array.from(doc.querySelectorAll("body *"))
          .filter((element) => Array.from(element.getClientRects()).some(({ width }) => width > innerWidth))
          .map(({ tagName }) => tagName),
      });
    }
    return seen;
  });

describe.each([
  ["the e-book", 0],
  ["the e-book for Kobo", 1],
])("%s in a reader", (_, index) => {
  test("shows every document whole: its words, its pictures, its faces, nothing wider than the screen", async () => {
    const reader = await open(index);
    const seen = await readAll(reader);
    expect(seen.map(({ id }) => id)).toEqual([
      "EPUB/text/cover.xhtml",
      "EPUB/text/title-page.xhtml",
      "EPUB/text/contents.xhtml",
      "EPUB/text/01-article.xhtml",
    ]);
    for (const { id, text } of seen) {
      const [body] = reader.book.all(id, "body");
      expect(text.trim(), id).toBe(body && textOf(body).trim());
    }
    const pictures = seen.flatMap((item) => item.pictures);
    expect(pictures.length).toBeGreaterThan(5);
    expect(pictures.filter(({ shown }) => !shown)).toEqual([]);
    expect(seen.at(-1)?.faces).toBeGreaterThan(3);
    expect(seen.flatMap(({ wide }) => wide)).toEqual([]);
    expect(reader.errors).toEqual([]);
  });

  test("opens a note in a window of its own, and follows links", async () => {
    const { page, errors } = await open(index);
    const found = await page.evaluate(async () => {
      const { view, opened } = window.reader;
      const { href, label } = view.book.toc[2] ?? { href: "", label: "" };
      await view.goTo(href);
      const doc = () => view.renderer.getContents()[0]?.doc;
      doc()?.querySelector<HTMLElement>("[role=doc-noteref]")?.click();
      while (opened.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      return { label, title: doc()?.title, note: opened[0]?.body.textContent };
    });
    expect(found.label).toBe("Tables and figures");
    expect(found.note).toContain("The first note, with a source");
    expect(errors).toEqual([]);
  });
});
