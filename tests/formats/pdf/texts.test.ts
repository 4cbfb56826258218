import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "../../../src/model/browser.ts";
import { verifyPdf } from "../../../src/formats/pdf/check.ts";
import { type OpenedPdf, openPdf } from "../../support/pdf.ts";
import { openBrowser, preparePrinting, print } from "../../support/print-pdf.ts";

const started: { browser?: Browser } = {};

beforeAll(async () => {
  started.browser = await openBrowser();
});
afterAll(() => started.browser?.close());

function browser(): Browser {
  if (!started.browser) throw new Error("The browser has not started.");
  return started.browser;
}

/** An article, printed and found sound. */
async function printed(text: string): Promise<OpenedPdf> {
  const printing = await preparePrinting({ "article.md": text });
  const { bytes } = await print(printing, browser());
  expect(await verifyPdf(bytes, { file: "article.pdf", standard: "ua-1", expectation: printing.expectation })).toEqual(
    [],
  );
  return openPdf(bytes);
}

describe("text", () => {
  test("is copied with its letters and spaces, whatever the face joins or the line breaks", async () => {
    const words = "The affable officer affirmed a fluffy shuffle of first files, flat waffles and fjords.";
    const pdf = await printed(`# Ligatures\n\n${words} ${words}\n`);
    expect(pdf.texts[0]?.replaceAll("\n", " ")).toContain(`${words} ${words}`);
  });

  test("of another alphabet stays what it is, in ids too", async () => {
    const pdf = await printed(
      "---\ntitle: Записки\nlanguage: ru\n---\n\n## Über\n\nÄ\n\n## Начало\n\nТекст, см. [конец](#конец).\n\n## Конец\n\nВсё.\n",
    );
    expect(pdf.outline.map(({ title }) => title)).toEqual(["Über", "Начало", "Конец"]);
    expect(pdf.texts[0]).toContain("Текст, см. конец.");
    expect(pdf.texts[0]).toMatch(/Начало 1\n/);
    expect(pdf.links.map(({ words }) => words)).toContain("конец");
  });

  test("from right to left turns the pages round", async () => {
    const pdf = await printed("---\ntitle: מדריך\nlanguage: he\n---\n\nטקסט קצר.\n");
    expect(pdf.info["Language"]).toBe("he");
    expect((await pdf.document.getViewerPreferences())?.get("Direction")).toBe("R2L");
  });

  test("with characters that are special in CSS, XML and PDF", async () => {
    const title = "A \\ (B) <c> & {d} %1 </style>";
    const pdf = await printed(`---\ntitle: '${title}'\nauthors: ["(\\\\) & <b>"]\n---\n\n## One\n\nText.\n`);
    expect(pdf.info["Title"]).toBe(title);
    expect(pdf.info["Author"]).toBe("(\\) & <b>");
    expect(pdf.xmp.get("dc:creator")).toEqual(["(\\) & <b>"]);
    expect(pdf.texts[0]).toContain(title);
  });

  test("of running feet is in the template's face, though nothing else on the pages is", async () => {
    const { bytes } = await print(await preparePrinting({ "article.md": "Just a line.\n" }), browser());
    const { context } = await PDFDocument.load(bytes);
    const fonts = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [String(object.get(PDFName.of("BaseFont")) ?? "")] : []))
      .filter((name) => name !== "");
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((name) => !name.includes("+Source"))).toEqual([]);
  });

  test("of a plain line makes a page without contents list or bookmarks", async () => {
    const pdf = await printed("# Hello\n\nJust a line.\n");
    expect(pdf.texts).toEqual([expect.stringContaining("Hello\nJust a line.")]);
    expect(pdf.outline).toEqual([]);
  });
});

describe("a table", () => {
  test("with more words in a row than fit does not make the document smaller, nor lose a column", async () => {
    const words = ["Recommendation", "Characteristics", "Responsibilities", "Internationalisation", "Correspondence"];
    const row = `| ${[...words, ...words].join(" | ")} |\n`;
    const table = `${row}|${" - |".repeat(10)}\n${row}`;
    const pdf = await printed(`# T\n\nA line of text.\n\n${table}`);
    const letters = (text: string | undefined): string => (text ?? "").replaceAll(/\s/g, "");
    for (const word of words) expect(letters(pdf.trees[0]).split(word)).toHaveLength(5);
    const { items } = await (await pdf.document.getPage(1)).getTextContent();
    const line = items.find((item) => "str" in item && item.str.startsWith("A line of text"));
    // Points: 10.75, in the browser's pixels of three quarters of a point.
    expect(line && "height" in line ? line.height : 0).toBeCloseTo(10.75, 0);
    const edges = items.map((item) => ("str" in item ? Number(item.transform[4]) + item.width : 0));
    expect(Math.max(...edges)).toBeLessThanOrEqual(612 - 1.75 * 72 + 1);
  });
});

describe("a title that wraps", () => {
  test("keeps its spaces in the bookmarks", async () => {
    const title = "A section with a heading so long that it cannot but wrap at least once on its way";
    const pdf = await printed(`# T\n\n## ${title}\n\nText.\n`);
    expect(pdf.outline.map((bookmark) => bookmark.title)).toEqual([title]);
  });
});

describe("page breaks", () => {
  const paragraphs = (count: number): string =>
    Array.from({ length: count }, (_, index) => `Paragraph ${index + 1} is here and says little.\n\n`).join("");

  test("never leave a heading alone at the foot of a page", async () => {
    // Somewhere in these lengths the heading comes to the very end of the first page.
    for (const count of [20, 21, 22, 23, 24, 25, 26]) {
      const pdf = await printed(`# T\n\n${paragraphs(count)}## The heading\n\nFirst line.\n\n${paragraphs(3)}`);
      const page = pdf.texts.find((text) => text.includes("The heading")) ?? "";
      expect(page, `${count} paragraphs`).toContain("First line.");
    }
  });

  test("leave no line of a paragraph alone at the top or the foot of a page", async () => {
    const three =
      "First words of a paragraph that is made to fill three lines of a page of this paper, no more and no less, " +
      "wherever in the text of a handout it may come to stand, so that it has last words.\n\n";
    for (const count of [0, 1, 2, 3, 4]) {
      const pdf = await printed(`# T\n\n${paragraphs(count)}${three.repeat(40)}`);
      expect(pdf.texts.length).toBeGreaterThan(2);
      for (const [index, text] of pdf.texts.entries()) {
        const lines = text.split("\n").filter((line) => line !== "" && !/^T$|^Page \d+ of/.test(line));
        if (index > 0) expect(lines[0], `${count} paragraphs before`).not.toMatch(/last words\.$/);
        expect(lines.at(-1), `${count} paragraphs before`).not.toMatch(/^First words/);
      }
    }
  });

  test("repeat the head of a long table, which is heard once", async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `| row ${index + 1} | value |\n`).join("");
    const pdf = await printed(`# T\n\n| Column one | Column two |\n| --- | --- |\n${rows}`);
    expect(pdf.texts.length).toBeGreaterThan(1);
    for (const text of pdf.texts) expect(text).toContain("Column one");
    expect(pdf.trees.join("").match(/TH\([^)]/g)).toHaveLength(2);
  });

  test("do not go through a callout or a short table", async () => {
    for (const count of [20, 21, 22, 23, 24]) {
      const callout = ":::note\n\nThe first.\n\nThe second.\n\nThe third.\n\nThe last.\n\n:::\n";
      const table = `| Row |\n| --- |\n| The first. |\n${"| A row. |\n".repeat(4)}| The last. |\n`;
      for (const block of [callout, table]) {
        const pdf = await printed(`# T\n\n${paragraphs(count)}${block}`);
        const page = pdf.texts.find((text) => text.includes("The first.")) ?? "";
        expect(page, `${count} paragraphs`).toContain("The last.");
      }
    }
  });
});
