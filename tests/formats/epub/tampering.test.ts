import { beforeAll, describe, expect, test } from "vitest";
import { verifyEpub } from "../../../src/formats/epub/check.ts";
import { epubOf, type OpenedEpub, repack } from "../../support/epub.ts";

const article = "EPUB/text/01-article.xhtml";
let book: OpenedEpub;

beforeAll(async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="9" height="9"><path d="M0 0h1"/></svg>';
  const text =
    "# Sound\n\n![A line](x.svg)\n\n## First\n\nText.\n\n## Second\n\nSee [the first](#first).\n\n## Third\n\nText.\n";
  book = await epubOf({ "article.md": text, "x.svg": svg });
});

/** What is said about the book when one of its files is changed. */
async function afterChange(path: string, change: (text: string) => string): Promise<string> {
  const changed = change(book.text(path));
  expect(changed, "the change must be one").not.toBe(book.text(path));
  return messages(repack(book, { [path]: changed }));
}

async function messages(bytes: Uint8Array): Promise<string> {
  const diagnostics = await verifyEpub(bytes, "book.epub");
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`).join("\n");
}

describe("a sound book", () => {
  test("passes, packed by us or by another", async () => {
    expect(await messages(book.bytes)).toBe("");
    expect(await messages(repack(book, {}))).toBe("");
  });
});

describe("each check fails where it should", () => {
  test("mimetype compressed", async () => {
    expect(await messages(repack(book, {}, { stored: false }))).toContain('"mimetype" is compressed');
  });

  test("mimetype not first", async () => {
    expect(await messages(repack(book, {}, { first: false }))).toContain(
      'first entry of the archive is not "mimetype"',
    );
  });

  test("mimetype of another kind", async () => {
    expect(await messages(repack(book, { mimetype: "application/zip" }))).toContain(
      'does not say "application/epub+zip"',
    );
  });

  test("no archive at all", async () => {
    expect(await messages(new TextEncoder().encode("Not a book."))).toMatch(/not a ZIP archive|cannot be opened/);
  });

  test("a document missing", async () => {
    expect(await messages(repack(book, { [article]: undefined }))).toContain(`there is no ${article} in it`);
  });

  test("a document that is not well-formed", async () => {
    expect(await afterChange(article, (text) => text.replace("</section>", ""))).toMatch(/^epubValid/);
  });

  test("a link without a target", async () => {
    const found = await afterChange(article, (text) => text.replace('href="#first"', 'href="#nowhere"'));
    expect(found).toContain(`In ${article} the link "#nowhere" has no target.`);
  });

  test("a contents list with a missing target", async () => {
    const found = await afterChange("EPUB/text/contents.xhtml", (text) => text.replace("#first", "#fist"));
    expect(found).toContain('the link "01-article.xhtml#fist" has no target');
  });

  test("a missing picture", async () => {
    const found = await afterChange(article, (text) => text.replace("../images/x.svg", "../images/y.svg"));
    expect(found).toContain('the link "../images/y.svg" has no target');
  });

  test("a picture without a description", async () => {
    expect(await afterChange(article, (text) => text.replace(' alt="A line"', ""))).toContain(
      "a picture has no alternative text",
    );
  });

  test("an id that is no XML name", async () => {
    const found = await afterChange(article, (text) => text.replace('id="third"', 'id="3rd"'));
    expect(found).toContain('the id "3rd" is not an XML name');
  });

  test("a duplicate id", async () => {
    const found = await afterChange(article, (text) => text.replace('id="third"', 'id="first"'));
    expect(found).toContain('the id "first" appears twice');
  });

  test("a heading that the contents list lacks", async () => {
    const found = await afterChange("EPUB/text/contents.xhtml", (text) =>
      text.replace(/<li><a [^>]*#third">Third<\/a><\/li>/, ""),
    );
    expect(found).toContain(`The contents list lacks the heading ${article}#third Third.`);
  });

  test("a contents list with other words than the text", async () => {
    const found = await afterChange("EPUB/text/contents.xhtml", (text) => text.replace(">Third<", ">The third<"));
    expect(found).toContain(`an entry that is no heading: ${article}#third The third.`);
  });

  test("a contents list in another order than the text", async () => {
    const found = await afterChange("EPUB/text/contents.xhtml", (text) =>
      text.replace(/(<li><a [^>]*#first">First<\/a><\/li>)(<li><a [^>]*#second">Second<\/a><\/li>)/, "$2$1"),
    );
    expect(found).toContain("not in the order of the text");
  });

  test("no cover image", async () => {
    const found = await afterChange("EPUB/package.opf", (text) => text.replace(' properties="cover-image"', ""));
    expect(found).toContain("The book has no cover image.");
  });

  test("a script", async () => {
    const found = await afterChange(article, (text) => text.replace("</section>", "<script>run()</script></section>"));
    expect(found).toContain("<script> that runs");
  });

  test("reports EPUBCheck's finding as an error with its position", async () => {
    const found = await afterChange("EPUB/package.opf", (text) => text.replace(/<dc:language>.*?<\/dc:language>/, ""));
    expect(found).toMatch(/epubValid: .*(?:language|RSC-005)/i);
  });
});
