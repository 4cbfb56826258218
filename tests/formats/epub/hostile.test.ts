import { beforeAll, describe, expect, test } from "vitest";
import { type OpenedEpub, epubOf, textOf } from "../../support/epub.ts";
import { hostileArticle, noteInLink } from "../../support/books/hostile.ts";

const path = "EPUB/text/01-article.xhtml";
let book: OpenedEpub;

beforeAll(async () => {
  book = await epubOf(hostileArticle);
});

describe("raw HTML and odd characters", () => {
  test("lose nothing that can be read", () => {
    const [body] = book.all(path, "body");
    const words = textOf(body ?? { type: "element", name: "", attributes: {}, children: [] });
    const remaining = [
      "stray item",
      "no item",
      "words",
      "no term",
      "no summary",
      "before",
      "caption",
      "after",
      "a target",
      "soon",
      "never",
      "quoted",
      "A bold paragraph.",
      "Raw heading",
      "foot",
      "inner",
      "http://[bad",
      "https://../",
      "no-break space\u00A0here",
      "]]>",
    ];
    for (const text of remaining) expect(words).toContain(text);
    expect(words).not.toContain("\uFFFF");
  });

  test("have ids that are XML names, and references to nothing else", () => {
    expect(book.text(path)).not.toContain("bad:id");
    expect(book.text(path)).toContain('<b id="good">its link</b> <a href="#good">led along</a>');
  });

  test("have days that are days", () => {
    expect(book.all(path, "time").map(({ attributes }) => attributes["datetime"])).toEqual(["2026-02-28"]);
  });

  test("have no heading without text, in the text or in the contents list", () => {
    const headings = [1, 2, 3, 4, 5, 6].flatMap((level) => book.all(path, `h${level}`));
    expect(headings.map(textOf).every((words) => words.trim() !== "")).toBe(true);
    expect(book.all("EPUB/text/contents.xhtml", "a").map(textOf)).not.toContain("");
  });

  test("are not claimed to be accessible where they are not", () => {
    const metadata = book.all("EPUB/package.opf", "meta");
    expect(metadata.filter(({ attributes }) => attributes["property"] === "dcterms:conformsTo")).toEqual([]);
    expect(metadata.map(textOf).join(" ")).toContain("Some tables have no header cells.");
  });
});

describe("a note's reference in a link", () => {
  test("is placed between the two parts of the link", async () => {
    const linked = await epubOf(noteInLink);
    expect(linked.text(path)).toMatch(
      /<a href="(.+)">A link with <em>a<\/em><\/a><sup><a id="noteref.1"[^>]*>1<\/a><\/sup><a href="\1"> note<\/a>/,
    );
  });
});
