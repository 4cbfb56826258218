import { beforeAll, describe, expect, test } from "vitest";
import { type OpenedEpub, epubOf, textOf } from "../../support/epub.ts";
import { arabicArticle, chaptersBook } from "../../support/books/chapters.ts";

let book: OpenedEpub;

beforeAll(async () => {
  book = await epubOf(await chaptersBook());
});

describe("a book of several chapters", () => {
  test("is made without a warning", () => {
    expect(book.diagnostics).toEqual([]);
  });

  test("has a document for every chapter and every part, in order", () => {
    const hrefs = new Map(
      book.all("EPUB/package.opf", "item").map(({ attributes }) => [attributes["id"], attributes["href"]]),
    );
    expect(book.all("EPUB/package.opf", "itemref").map(({ attributes }) => hrefs.get(attributes["idref"]))).toEqual([
      "text/cover.xhtml",
      "text/title-page.xhtml",
      "text/contents.xhtml",
      "text/01-preface.xhtml",
      "text/part-1.xhtml",
      "text/02-one.xhtml",
      "text/03-two.xhtml",
      "text/part-2.xhtml",
      "text/04-gre.xhtml",
    ]);
  });

  test("ranks its headings from parts down", () => {
    const headings = (path: string): string[] =>
      [1, 2, 3, 4].flatMap((level) => book.all(path, `h${level}`).map((heading) => `${level} ${textOf(heading)}`));
    expect(headings("EPUB/text/01-preface.xhtml")).toEqual(["1 Preface", "2 Notes"]);
    expect(headings("EPUB/text/part-1.xhtml")).toEqual(["1 The first road"]);
    expect(headings("EPUB/text/03-two.xhtml")).toEqual(["2 Two", "3 Same", "4 Inner"]);
  });

  test("nests its contents list alike", () => {
    const lines = book
      .all("EPUB/text/contents.xhtml", "nav")
      .map((nav) => book.text("EPUB/text/contents.xhtml") && textOf(nav));
    expect(lines[0]).toBe(
      "ContentsTwo roadsPrefaceNotesThe first roadOne fine chapterSameNotesTwoSameInnerThe second roadGröße",
    );
    expect(book.text("EPUB/text/contents.xhtml")).toContain(
      '<li><a href="part-2.xhtml#größe.offprint.part">The second road</a><ol><li><a href="04-gre.xhtml#größe">',
    );
  });

  test("links from chapter to chapter", () => {
    const links = (path: string): (string | null | undefined)[] =>
      book.all(path, "a").map(({ attributes }) => attributes["href"]);
    expect(links("EPUB/text/01-preface.xhtml").slice(0, 2)).toEqual(["03-two.xhtml#two.inner", "02-one.xhtml#one"]);
    expect(links("EPUB/text/02-one.xhtml")).toContain("01-preface.xhtml#preface");
    expect(links("EPUB/text/02-one.xhtml")).toContain("#one.note.1");
  });

  test("has landmarks", () => {
    const marks = book
      .all("EPUB/text/contents.xhtml", "a")
      .filter(({ attributes }) => attributes["epub:type"] !== undefined);
    expect(marks.map(({ attributes }) => [attributes["epub:type"], attributes["href"]])).toEqual([
      ["cover", "cover.xhtml"],
      ["titlepage", "title-page.xhtml"],
      ["toc", "contents.xhtml"],
      ["bodymatter", "01-preface.xhtml"],
      ["endnotes", "01-preface.xhtml#preface.offprint.notes"],
    ]);
  });

  test("lists contributors with their roles", () => {
    const refined = book
      .all("EPUB/package.opf", "meta")
      .filter(({ attributes }) => attributes["refines"] !== undefined);
    const role = (id: string): (string | undefined)[] =>
      refined
        .filter(({ attributes }) => attributes["refines"] === `#${id}` && attributes["property"] === "role")
        .map(textOf);
    expect([role("creator-1"), role("creator-2"), role("contributor-1")]).toEqual([["aut"], ["trl"], ["edt"]]);
    expect(refined.map(textOf)).toContain("Example, Ada");
    expect(refined.map(textOf)).toContain("https://orcid.org/0000-0002-1825-0097");
    expect(book.all("EPUB/package.opf", "dc:identifier").map(textOf)).toEqual(["urn:isbn:9783161484100"]);
  });

  test("shows the author's cover, in a type that every retailer takes", () => {
    const [image] = book.all("EPUB/text/cover.xhtml", "img");
    expect(image?.attributes).toMatchObject({
      src: "../images/front.webp.png",
      alt: "A road that forks.",
      role: "doc-cover",
    });
    expect(book.files["EPUB/images/front.webp.png"]?.subarray(1, 4)).toEqual(new TextEncoder().encode("PNG"));
    expect(book.files["EPUB/cover.png"]).toBeUndefined();
  });
});

describe("a text from right to left", () => {
  test("is turned and laid out so", async () => {
    const arabic = await epubOf(arabicArticle);
    expect(arabic.all("EPUB/package.opf", "spine")[0]?.attributes["page-progression-direction"]).toBe("rtl");
    const document = "EPUB/text/01-article.xhtml";
    expect(arabic.all(document, "html")[0]?.attributes).toMatchObject({ dir: "rtl", lang: "ar", "xml:lang": "ar" });
    expect(arabic.all(document, "pre")[0]?.attributes["dir"]).toBe("ltr");
    // The optional font gives the text its letters, and the cover too.
    expect(arabic.diagnostics).toEqual([]);
  });
});

describe("an edition made twice", () => {
  test("has the same bytes", async () => {
    const again = { "article.md": "---\ndate: 2026-05-04\nauthors: [Ada Example]\n---\n\n# Again\n\nText.\n" };
    const [first, second] = [await epubOf(again), await epubOf(again)];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    const identifier = first.all("EPUB/package.opf", "dc:identifier").map(textOf);
    expect(identifier[0]).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    const later = await epubOf({ "article.md": again["article.md"].replace("Text.", "More text.") });
    expect(later.all("EPUB/package.opf", "dc:identifier").map(textOf)).toEqual(identifier);
  });
});
