import { beforeAll, expect, test } from "vitest";
import { built } from "../support/built.ts";
import { openEpub, type OpenedEpub } from "../support/epub.ts";
import { type OpenedPdf, openPdf } from "../support/pdf.ts";

// A publication in English with chapters in Arabic and Hindi; `built` fails where a glyph is missing.

let web: string;
let book: OpenedEpub;
let pdf: OpenedPdf;

beforeAll(async () => {
  const files = {
    "publication.yaml": "title: Greetings\ndate: 2026-11-01\nchapters: [hello.md, marhaba.md, namaste.md]\n",
    "hello.md": "# Hello\n\nThey say :span[مرحبا]{lang=ar dir=rtl} there.\n",
    "marhaba.md": '---\nlanguage: ar\n---\n\n# تحية\n\nيقول الناس "مرحبا".\n\n## قسم\n\n> [!NOTE]\n> ملاحظة.\n',
    "namaste.md": '---\nlanguage: hi\n---\n\n# अभिवादन\n\nलोग "नमस्ते" कहते हैं।\n',
  };
  const artifacts = await built(files, ["web", "ebook", "handout"]);
  const [html, epub, paper] = artifacts.map(({ bytes }) => bytes);
  web = new TextDecoder().decode(html);
  book = openEpub(epub ?? new Uint8Array());
  pdf = await openPdf(paper ?? new Uint8Array());
}, 60_000);

test("a chapter has its language and direction on the web, as has its line in the contents list", () => {
  expect(web).toMatch(/<html lang="en" dir="ltr"/);
  expect(web).toMatch(/<section class="chapter" lang="ar" dir="rtl"><h2 id="marhaba"/);
  expect(web).toMatch(/<section class="chapter" lang="hi" dir="ltr">/);
  expect(web).toContain('<span lang="ar" dir="rtl">مرحبا</span>');
  expect(web).toMatch(/<li lang="ar"><a href="#marhaba"><span class="entry-title" dir="rtl">تحية/);
});

test("the document of a chapter in the e-book is in the chapter's language", () => {
  const chapters = Object.keys(book.files).filter((path) => /\/0\d-.*\.xhtml$/.test(path));
  const languages = chapters.toSorted().map((path) => book.all(path, "html")[0]?.attributes);
  expect(languages).toMatchObject([
    { lang: "en", "xml:lang": "en", dir: "ltr" },
    { lang: "ar", "xml:lang": "ar", dir: "rtl" },
    { lang: "hi", "xml:lang": "hi", dir: "ltr" },
  ]);
  const contents = Object.keys(book.files).find((path) => path.endsWith("contents.xhtml")) ?? "";
  const lines = book.all(contents, "li").map(({ attributes }) => attributes["xml:lang"]);
  expect(lines).toEqual(expect.arrayContaining(["ar", "hi"]));
});

test("words that Offprint adds are in the language of the chapter", () => {
  expect(web).toMatch(/callout-title">ملاحظة</);
  expect(web).toContain("يقول الناس ”مرحبا“");
});

test("the optional fonts travel with the book and with the page", () => {
  const fonts = Object.keys(book.files).filter((path) => path.endsWith(".ttf"));
  expect(fonts.some((path) => path.includes("noto-naskh-arabic-arabic-400"))).toBe(true);
  expect(fonts.some((path) => path.includes("noto-serif-devanagari-devanagari-400"))).toBe(true);
  expect(web).toMatch(/@font-face\{font-family:"Noto Naskh Arabic"/);
  expect(web).not.toContain('@font-face{font-family:"Noto Serif SC"');
});

test("the PDF has the chapters' titles and fonts", () => {
  expect(pdf.outline.map(({ title }) => title)).toEqual(["Hello", "تحية", "अभिवादन"]);
  // Letters that take another form beside others are in `/ActualText`, which pdf.js does not give.
  expect(pdf.texts.join("\n")).toContain("लोग “नमस्ते” कहते ह");
});
