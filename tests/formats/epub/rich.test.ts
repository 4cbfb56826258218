import { beforeAll, describe, expect, test } from "vitest";
import { built } from "../../support/built.ts";
import { type OpenedEpub, epubOf, openEpub, textOf } from "../../support/epub.ts";
import { richArticle } from "../../support/rich-article.ts";

const article = "EPUB/text/01-article.xhtml";
let book: OpenedEpub;

beforeAll(async () => {
  const [artifact] = await built(await richArticle(), ["ebook"]);
  book = openEpub(artifact?.bytes ?? new Uint8Array());
});

const meta = (property: string): string[] =>
  book
    .all("EPUB/package.opf", "meta")
    .filter(({ attributes }) => attributes["property"] === property)
    .map(textOf);
const dc = (name: string): string[] => book.all("EPUB/package.opf", `dc:${name}`).map(textOf);

describe("the package", () => {
  test("describes the publication", () => {
    expect(dc("title")).toEqual(["Everything in one place", "What the source language can say"]);
    expect(dc("identifier")).toEqual(["https://doi.org/10.1234/5678"]);
    expect(dc("language")).toEqual(["en-GB"]);
    expect(dc("creator")).toEqual(["First Author", "Second Author"]);
    expect(dc("date")).toEqual(["2026-11-01"]);
    expect(dc("description")).toEqual(["An article that uses every feature."]);
    expect(dc("subject")).toEqual(["one", "two"]);
    expect(dc("publisher")).toEqual(["A publisher"]);
    expect(dc("rights")).toEqual(["CC-BY-4.0"]);
    expect(meta("dcterms:modified")).toEqual(["2026-11-24T00:00:00Z"]);
    expect(meta("file-as")).toEqual(["Everything in one place", "First Author", "Author, Second"]);
    expect(meta("role")).toEqual(["aut", "aut"]);
    expect(meta("belongs-to-collection")).toEqual(["Tests"]);
    expect(meta("group-position")).toEqual(["3"]);
  });

  test("accessibility claims match the content", () => {
    expect(meta("schema:accessMode")).toEqual(["textual", "visual"]);
    expect(meta("schema:accessModeSufficient")).toEqual(["textual", "textual,visual"]);
    expect(meta("schema:accessibilityFeature").toSorted()).toEqual([
      "ARIA",
      "alternativeText",
      "displayTransformability",
      "pageBreakMarkers",
      "pageNavigation",
      "readingOrder",
      "structuralNavigation",
      "tableOfContents",
    ]);
    expect(meta("schema:accessibilityHazard")).toEqual(["none"]);
    expect(meta("schema:accessibilitySummary").join("")).toContain(
      "Every picture that carries meaning has a description.",
    );
    // Nobody vouches for it.
    expect(meta("dcterms:conformsTo")).toEqual([]);
  });

  test("lists every file and nothing else, the cover as such", () => {
    const items = book.all("EPUB/package.opf", "item").map(({ attributes }) => attributes);
    const listed = items.map(({ href }) => `EPUB/${href ?? ""}`);
    const around = ["mimetype", "META-INF/container.xml", "EPUB/package.opf"];
    expect(listed.concat(around).toSorted()).toEqual(Object.keys(book.files).toSorted());
    expect(items.filter(({ properties }) => properties === "cover-image").map(({ href }) => href)).toEqual([
      "cover.png",
    ]);
  });

  test("orders the pages: cover, title page, contents, text", () => {
    const items = new Map(
      book.all("EPUB/package.opf", "item").map(({ attributes }) => [attributes["id"], attributes["href"]]),
    );
    const spine = book.all("EPUB/package.opf", "itemref").map(({ attributes }) => items.get(attributes["idref"]));
    expect(spine).toEqual([
      "text/cover.xhtml",
      "text/title-page.xhtml",
      "text/contents.xhtml",
      "text/01-article.xhtml",
    ]);
  });
});

describe("the text", () => {
  test("has the headings that the contents list has, nested alike", () => {
    const [toc] = book.all("EPUB/text/contents.xhtml", "nav");
    expect(toc && textOf(toc)).toBe(
      "ContentsEverything in one placeListsTables and figuresCodeCalloutsLanguagesWrite hereNotes",
    );
    expect(book.text("EPUB/text/contents.xhtml")).toMatch(
      /Tables and figures<\/a><ol><li><a [^>]*>Code<\/a><\/li><\/ol>/,
    );
    expect(book.all("EPUB/toc.ncx", "navPoint")).toHaveLength(8);
  });

  test("has notes that open in a window and lead back", () => {
    const references = book.all(article, "a").filter(({ attributes }) => attributes["epub:type"] === "noteref");
    const notes = book.all(article, "aside").filter(({ attributes }) => attributes["epub:type"] === "footnote");
    const ids = notes.map(({ attributes }) => `#${attributes["id"] ?? ""}`);
    expect(notes.map(textOf).map((text) => text.slice(0, 18))).toEqual(["1. The first note,", "2. The second note"]);
    expect(references.map(({ attributes }) => attributes["href"])).toEqual(["#note.1", "#note.2", "#note.1"]);
    expect(references.every(({ attributes }) => attributes["role"] === "doc-noteref")).toBe(true);
    expect(notes.every(({ attributes }) => attributes["role"] === "doc-footnote")).toBe(true);
    expect(new Set(references.map(({ attributes }) => attributes["href"]))).toEqual(new Set(ids));
    const back = book.all(article, "a").filter(({ attributes }) => attributes["role"] === "doc-backlink");
    expect(back.map(({ attributes }) => attributes["href"])).toEqual(
      expect.arrayContaining(references.map(({ attributes }) => `#${attributes["id"] ?? ""}`)),
    );
  });

  test("has task boxes that are drawings with a name", () => {
    expect(book.all(article, "input")).toEqual([]);
    expect(book.all(article, "svg").map(({ attributes }) => attributes["aria-label"])).toEqual(["To do", "Done"]);
  });

  test("has every picture in a type that all readers show, with its description", () => {
    const images = book.all(article, "img").map(({ attributes }) => attributes);
    expect(images.map(({ src }) => src)).not.toContainEqual(expect.stringMatching(/^data:|avif$/));
    for (const { src = "" } of images)
      expect(Object.keys(book.files)).toContain(`EPUB/text/${src}`.replace("text/../", ""));
    const png = book.files["EPUB/images/small.avif.png"];
    expect(Array.from(png?.subarray(1, 4) ?? [], (byte) => String.fromCodePoint(byte)).join("")).toBe("PNG");
    expect(images.every(({ alt }) => alt !== undefined)).toBe(true);
  });

  test("declares each language twice, for readers of HTML and of XML", () => {
    const spans = book.all(article, "span").filter(({ attributes }) => attributes["lang"] !== undefined);
    expect(spans.map(({ attributes }) => attributes["xml:lang"])).toEqual(["es", "ar"]);
  });

  test("keeps end tags of empty elements and closes void ones", () => {
    expect(book.text(article)).not.toMatch(/<\/(?:img|br|hr|link)>/);
    expect(book.text(article)).not.toMatch(/<(?:a|p|td|span|div)(?: [^>]*)?\/>/);
  });
});

describe("the style sheet", () => {
  test("leaves the reader's choice alone", () => {
    const css = book.text("EPUB/book.css");
    expect(css).not.toContain("!important");
    expect(css).not.toMatch(/font-size:\s*[\d.]+(?:px|pt)/);
    expect(css).not.toMatch(/[^-]color:\s*#/);
  });

  test("brings its faces as TrueType files that are there, in a sheet of their own, with their licences", () => {
    expect(book.text("EPUB/book.css")).not.toContain("@font-face");
    const sheets = book.all(article, "link").map(({ attributes }) => attributes["href"]);
    expect(sheets).toEqual(["../fonts.css", "../book.css"]);
    const addresses = [...book.text("EPUB/fonts.css").matchAll(/url\(([^)]*)\)/g)].map(
      ([, address]) => `EPUB/${address ?? ""}`,
    );
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) {
      expect(Array.from(book.files[address]?.subarray(0, 4) ?? []), address).toEqual([0, 1, 0, 0]);
      const [, family = ""] = /fonts\/(.+)-(?:latin|arabic)[\w-]*-\d+-/.exec(address) ?? [];
      expect(book.text(`EPUB/fonts/${family}-license.txt`)).toContain("SIL OPEN FONT LICENSE");
    }
  });

  test("leaves fonts to the reader where the article asks for it", async () => {
    const plain = await epubOf({
      "article.md": "---\ntemplate: { name: handout, options: { book-fonts: false } }\n---\n\n# Plain\n\nText.\n",
    });
    expect(Object.keys(plain.files).filter((path) => /font/.test(path))).toEqual([]);
    expect(plain.all(article, "html")[0]?.attributes["data-fonts"]).toBe("false");
    expect(plain.all(article, "link").map(({ attributes }) => attributes["href"])).toEqual(["../book.css"]);
  });
});
