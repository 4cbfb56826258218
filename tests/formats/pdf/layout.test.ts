import { createCanvas } from "@napi-rs/canvas";
import jsQrModule from "jsqr";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "../../../src/model/browser.ts";
import { verifyPdf } from "../../../src/formats/pdf/check.ts";
import { type OpenedPdf, openPdf } from "../../support/pdf.ts";
import { readLines } from "../../support/pdf-lines.ts";
import { openBrowser, preparePrinting, print } from "../../support/print-pdf.ts";

// What stands around the text of a page and at its end: heads, destinations, links, codes, an index.

const started: { browser?: Browser } = {};

beforeAll(async () => {
  started.browser = await openBrowser();
});
afterAll(() => started.browser?.close());

/** A publication, printed and found sound. */
async function printed(files: Readonly<Record<string, string>>): Promise<OpenedPdf> {
  if (!started.browser) throw new Error("The browser has not started.");
  const printing = await preparePrinting(files);
  const { bytes } = await print(printing, started.browser);
  expect(await verifyPdf(bytes, { file: "article.pdf", standard: "ua-1", expectation: printing.expectation })).toEqual(
    [],
  );
  return openPdf(bytes);
}

/** A page of text. */
const filler = (words: string): string => `${words} `.repeat(Math.ceil(2600 / words.length)).trim();

/** The items of a page's text above or below its area of text, from the left. */
async function margins(pdf: OpenedPdf, number: number): Promise<{ head: string[]; foot: string[]; lefts: number[] }> {
  const page = await pdf.document.getPage(number);
  const [, , , height = 0] = page.view;
  const { items } = await page.getTextContent();
  const placed = items
    .flatMap((item) => ("str" in item && item.str.trim() !== "" ? [{ item, y: Number(item.transform[5]) }] : []))
    .toSorted((a, b) => Number(a.item.transform[4]) - Number(b.item.transform[4]));
  const inside = (from: number, to: number) => placed.filter(({ y }) => y >= from && y < to);
  const words = (from: number, to: number) => inside(from, to).map(({ item }) => item.str);
  return {
    head: words(height - 60, height),
    foot: words(0, 60),
    lefts: inside(height - 60, height).map(({ item }) => Number(item.transform[4])),
  };
}

describe("an article on loose sheets", () => {
  const text = `---
title: A guide with a long title
short-title: Guide
authors: [An Author]
date: 2026-05-01
url: https://example.org/guide?utm_source=paper&edition=2
review: { checked: 2026-05-02 }
---

Opening words about the :index[oak] and [a page](https://example.com/a/page/?utm_source=x&id=7). Again
[it](https://example.com/a/page/?utm_source=x&id=7), and <https://example.net>.[^1]

[Sign up here](https://example.org/sign-up){.qr} to take part.

## One

${filler("Words of the first section.")}

Its last :index[oaks]{term=oak} and :index{term="an unseen mark"}the end.

### Below

${filler("Words below the first section.")}

## Two {.new-page}

Short. See [the first](#one) and [other place](https://example.com/other). :index[elm]{sub="leaves"}

## Three

${filler("Words of the third section.")} ${filler("More words of it.")}

[^1]: A note with [a source](https://example.com/source).
`;
  let pdf: OpenedPdf;
  beforeAll(async () => {
    pdf = await printed({ "article.md": text });
  });

  test("has heads with the title and the section in force at the top of the page, not on the first page", async () => {
    const last = pdf.texts.length;
    const pages = await Promise.all(pdf.texts.map((_, index) => margins(pdf, index + 1)));
    expect(pages[0]?.head).toEqual([]);
    expect(pages[1]?.head).toEqual(["Guide", "One"]);
    const two = pdf.texts.findIndex((page) => /^Two$/m.test(page));
    // It begins its page.
    expect(pages[two]?.head).toEqual(["Guide", "Two"]);
    expect(pages[two + 1]?.head).toEqual(["Guide", "Three"]);
    for (const [index, { foot }] of pages.entries()) {
      expect(foot).toEqual(["Checked on May 2, 2026", `Page ${index + 1} of ${last}`]);
    }
  });

  test("has heads and feet that are decoration of their kinds, with no tag in them", async () => {
    expect(pdf.trees.join("")).not.toMatch(/Page \d|Guide/);
    const { items } = await (await pdf.document.getPage(2)).getTextContent({ includeMarkedContent: true });
    const marks = items.slice(0, 6).map((item) => ("str" in item ? item.str : "tag" in item ? item.tag : item.type));
    expect(marks.slice(0, 2)).toEqual(["Artifact", "Guide"]);
  });

  test("has destinations right above their targets", async () => {
    const page = await pdf.document.getPage(pdf.texts.findIndex((candidate) => /^Three$/m.test(candidate)) + 1);
    const [, , left, top, zoom] = (await pdf.document.getDestination("three")) as [
      unknown,
      unknown,
      number,
      number,
      null,
    ];
    const { items } = await page.getTextContent();
    const heading = items.find((item) => "str" in item && item.str === "Three" && Number(item.transform[5]) < 700);
    const { transform = [], height = 0 } = heading && "transform" in heading ? heading : {};
    const above = top - (Number(transform[5]) + height);
    expect(above).toBeGreaterThan(0);
    expect(above).toBeLessThan(14);
    expect(left).toBeCloseTo(Number(transform[4]) - 8, 0);
    expect(zoom).toBeNull();
  });

  test("lists the targets of links once each, without tracking parameters, and marks the links", () => {
    const words = pdf.words.join("").replaceAll(/\s/g, "");
    expect(words).toContain("andapageL1.AgainitL1,andhttps://example.net.1");
    expect(words).toContain("SignuphereL2totakepart.");
    expect(words).toContain("otherplaceL3.");
    expect(words).toContain("LinksL1example.com/a/page/?id=7L2example.org/sign-upL3example.com/other");
    // Where sources are told it stands beside them.
    expect(words).toContain("asource(example.com/source)");
    const urls = pdf.links.filter(({ url }) => url === "https://example.com/a/page/?utm_source=x&id=7");
    expect(urls.map((link) => link.words)).toEqual(["a page", "it", "a page: example.com/a/page/?id=7"]);
  });

  test("has codes with its own address and with that of a link, which a telephone reads", async () => {
    expect(pdf.trees.join("")).toContain("Figure[QR code for example.org/sign-up]()");
    expect(pdf.trees.at(-1)).toContain("Figure[QR code for example.org/guide?edition=2]()");
    expect(pdf.trees.at(-1)).toMatch(/On the web:\s*Link\(\s*example.org\/guide\?edition=2\)/);
    expect(await codeOn(pdf, 1)).toBe("https://example.org/sign-up");
    expect(await codeOn(pdf, pdf.texts.length)).toBe("https://example.org/guide?utm_source=paper&edition=2");
  });

  test("has an index with the pages of its terms, each once, as links to them", () => {
    const end = pdf.words.join("").split("Index").at(-1) ?? "";
    const pageOf = (words: string): number => pdf.texts.findIndex((page) => page.includes(words)) + 1;
    const oaks = pageOf("Its last oaks");
    const elm = pageOf("Short. See");
    expect(oaks).toBeGreaterThan(1);
    expect(end).toMatch(new RegExp(`^\\s*an unseen mark ${oaks}\\s*elm\\s*leaves ${elm}\\s*oak 1, ${oaks}`));
    const links = pdf.links.filter(({ destination }) => destination?.startsWith("index."));
    expect(links.map(({ words }) => words)).toEqual([`page ${oaks}`, `page ${elm}`, "page 1", `page ${oaks}`]);
    expect(pdf.outline.at(-1)?.title).toBe("Index");
  });
});

// A CommonJS module, whose types say that it is none.
const readCode = jsQrModule as unknown as typeof jsQrModule.default;

/** What a camera that sees a page reads from the code on it. */
async function codeOn(pdf: OpenedPdf, number: number): Promise<string | undefined> {
  const page = await pdf.document.getPage(number);
  const viewport = page.getViewport({ scale: 2 });
  const canvas = createCanvas(viewport.width, viewport.height);
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return readCode(new Uint8ClampedArray(data), width, height)?.data;
}

describe("a book on sheets with two sides", () => {
  const options = "template: { name: handout, options: { sides: two } }";
  const chapter = (language: string, title: string, section: string, words: string): string =>
    `---\nlanguage: ${language}\n---\n\n# ${title}\n\n${filler(words)}\n\n## ${section}\n\n${filler(words)}\n\n${filler(words)}\n`;

  test("has margins and heads that mirror each other: the chapter on the left, the section on the right", async () => {
    const pdf = await printed({
      "publication.yaml": `title: Greetings\ndate: 2026-05-01\n${options}\nchapters: [a.md, b.md]\n`,
      "a.md": chapter("en", "Hello", "Good day", "Hello and good day to all of you."),
      "b.md": chapter("hi", "अभिवादन", "नमस्कार", "लोग नमस्ते कहते हैं और मिलते हैं।"),
    });
    const second = await margins(pdf, 2);
    expect(second.head).toEqual(["Hello"]);
    expect(second.foot[0]).toMatch(/^Page 2 of \d+$/);
    expect(second.lefts[0]).toBeCloseTo(1.75 * 72, 0);
    const third = await margins(pdf, 3);
    expect(third.head).toEqual(["Good day"]);
    expect(third.foot.at(-1)).toMatch(/^Page 3 of \d+$/);
    const begins = pdf.trees.findIndex((tree) => tree.includes("अभिवादन")) + 1;
    const later = await Promise.all(pdf.texts.slice(begins).map((_, index) => margins(pdf, begins + 1 + index)));
    expect(later.map(({ head }) => head.join(""))).toContain("नमस्कार");
    const [left, right] = await Promise.all([2, 3].map((page) => textEdge(pdf, page)));
    expect(left).toBeCloseTo(1.75 * 72, 0);
    expect(right).toBeCloseTo(1.5 * 72, 0);
  });

  test("is mirrored when the text runs from right to left", async () => {
    const pdf = await printed({
      "article.md": `---\ntitle: دليل قصير\nlanguage: ar\n${options}\n---\n\n## قسم أول\n\n${filler("كلام في هذا القسم الأول.")}\n\n${filler("كلام آخر.")}\n\n${filler("كلام آخر.")}\n`,
    });
    const second = await margins(pdf, 2);
    const third = await margins(pdf, 3);
    // The outer corner of the second page, which is a right one, and of the third.
    expect(second.lefts[0]).toBeGreaterThan(400);
    // How Arabic letters are read back depends on how they join.
    expect(second.head.join("")).toMatch(/\p{Script=Arabic}/u);
    expect(third.head.join("")).not.toBe(second.head.join(""));
    expect(third.lefts[0]).toBeLessThan(180);
  });
});

test("a head in Japanese is as long as its line has room for", async () => {
  const title = "医学部を卒業した人のための長い長い案内とその使い方についての説明".repeat(2);
  const pdf = await printed({
    "article.md": `---\ntitle: ${title}\nlanguage: ja\n---\n\n${filler("本文。")}\n\n${filler("本文。")}\n`,
  });
  const head = (await margins(pdf, 2)).head.join("");
  expect(head.endsWith("…")).toBe(true);
  expect(title.startsWith(head.slice(0, -1))).toBe(true);
  expect(head.length).toBeGreaterThan(30);
});

/** Points from the left edge of a page to its text. */
async function textEdge(pdf: OpenedPdf, number: number): Promise<number> {
  const { items } = await (await pdf.document.getPage(number)).getTextContent();
  const inside = items.flatMap((item) =>
    "str" in item && item.str.trim() !== "" && Number(item.transform[5]) > 80 && Number(item.transform[5]) < 700
      ? [Number(item.transform[4])]
      : [],
  );
  return Math.min(...inside);
}

test("a long listing begins where it has room, and a total row is printed once, at the end", async () => {
  const lines = Array.from({ length: 90 }, (_, index) => `line ${index + 1}.`);
  const rows = Array.from({ length: 60 }, (_, index) => `<tr><td>Row ${index + 1}</td></tr>`);
  const table = `<table>\n<thead><tr><th>Head</th></tr></thead>\n<tbody>\n${rows.join("\n")}\n</tbody>\n<tfoot><tr><td>Sum</td></tr></tfoot>\n</table>`;
  const { texts } = await printed({
    "article.md": `# A guide\n\nWords.\n\n\`\`\`text\n${lines.join("\n")}\n\`\`\`\n\n${table}\n`,
  });
  expect(texts[0]).toMatch(/^line 1\.$/m);
  expect(texts.map((page) => page.match(/^Sum$/gm)?.length ?? 0)).toEqual([...texts.slice(1).map(() => 0), 1]);
  expect(texts.filter((page) => page.includes("Head")).length).toBeGreaterThan(1);
});

test("a page does not begin with what more is said of a term", async () => {
  if (!started.browser) throw new Error("The browser has not started.");
  const terms = Array.from({ length: 30 }, (_, index) => {
    const more = index % 7 === 0 ? "" : `: More of ${index}.\n`;
    return `Term ${index}\n: Words of ${index}.\n${more}`;
  });
  const printing = await preparePrinting({ "article.md": `# Terms\n\n${terms.join("\n")}` });
  const { bytes } = await print(printing, started.browser);
  const pages = await readLines(bytes);
  const firsts = pages.map((lines) => lines.find(({ text }) => /^(?:Term \d+|Words of|More of)/.test(text))?.text);
  expect(firsts).toEqual([expect.stringMatching(/^Term 0/), expect.stringMatching(/^Term \d+ ?Words of/)]);
});
