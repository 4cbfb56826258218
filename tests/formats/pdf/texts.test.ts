import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "../../../src/model/browser.ts";
import { verifyPdf } from "../../../src/formats/pdf/check.ts";
import { type OpenedPdf, openPdf } from "../../support/pdf.ts";
import { type Line, readLines } from "../../support/pdf-lines.ts";
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

  test("an id in another alphabet is unchanged", async () => {
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

/** A line of text on its page: what is in the margins is left out. */
interface TextLine extends Line {
  readonly page: number;
}

/** Texts that begin a page each, printed as one article, and the lines of its pages in their order. */
async function printCases(cases: Readonly<Record<string, string>>) {
  const sections = Object.entries(cases).map(([name, body]) => `## ${name} {.new-page}\n\n${body}`);
  const { bytes } = await print(await preparePrinting({ "article.md": `# T\n\n${sections.join("\n\n")}` }), browser());
  const lines = (await readLines(bytes)).flatMap((page, index): TextLine[] =>
    page.filter(({ y }) => y > 60 && y < 740).map((line) => ({ ...line, page: index + 1 })),
  );
  const indexOf = (text: string): number => {
    const index = lines.findIndex((line) => line.text === text);
    if (index < 0) throw new Error(`There is no line "${text}".`);
    return index;
  };
  return {
    lines,
    lineOf: (text: string): TextLine => lines[indexOf(text)] as TextLine,
    linesBefore: (text: string, count: number): TextLine[] => lines.slice(indexOf(text) - count, indexOf(text)),
    /** The lowest line of any page: down to it there is room. */
    lowest: Math.min(...lines.map(({ y }) => y)),
  };
}

describe("page breaks", () => {
  const paragraphs = (count: number): string =>
    Array.from({ length: count }, (_, index) => `Paragraph ${index + 1} is here and says little.\n\n`).join("");

  /** Names of cases: so many paragraphs before, and so many headings, which move everything by less than a line. */
  const lengths = (from: number, to: number): [string, string][] =>
    [0, 1, 2].flatMap((headings) =>
      Array.from({ length: to - from + 1 }, (_, index): [string, string] => [
        `Case ${headings} ${from + index}`,
        "### Above\n\nA line.\n\n".repeat(headings) + paragraphs(from + index - 2 * headings),
      ]),
    );

  test("never leave a heading alone at the foot of a page", async () => {
    const cases = lengths(23, 26).map(([name, before]) => [
      name,
      `${before}### Heading of ${name}\n\nFirst line of ${name}.\n\n${paragraphs(3)}`,
    ]);
    const { lineOf, linesBefore, lowest } = await printCases(Object.fromEntries(cases) as Record<string, string>);
    const ways = cases.map(([name = ""]) => {
      const heading = lineOf(`Heading of ${name}`);
      expect(lineOf(`First line of ${name}.`).page, name).toBe(heading.page);
      const [before] = linesBefore(heading.text, 1);
      return { heading, before };
    });
    const inPlace = ways.filter(({ heading, before }) => heading.page === before?.page);
    const step = (inPlace[0]?.before?.y ?? 0) - (inPlace[0]?.heading.y ?? 0);
    // At the end of these pages there was room for the heading, but not for a line below it too.
    const met = ways.filter(({ heading, before }) => before && heading.page > before.page && before.y - step >= lowest);
    expect(inPlace.length).toBeGreaterThan(0);
    expect(met.length).toBeGreaterThan(0);
  });

  test("leave no line of a paragraph alone at the top or the foot of a page", async () => {
    const three =
      "First words of a paragraph that is made to fill three lines of a page of this paper, no more and no less, " +
      "wherever in the text of a handout it may come to stand, so that it has last words.\n\n";
    const cases = [0, 1, 2, 3, 4].map((count) => [`Case ${count}`, `${paragraphs(count)}${three.repeat(18)}`]);
    const { lines, lowest } = await printCases(Object.fromEntries(cases) as Record<string, string>);
    const ends = lines.flatMap((line, index) => {
      const next = lines[index + 1];
      return next && next.page > line.page && !next.text.startsWith("Case ") ? [{ line, next }] : [];
    });
    expect(ends.length).toBeGreaterThanOrEqual(cases.length);
    for (const { line, next } of ends) {
      expect(next.text, `page ${next.page}`).not.toMatch(/last words\.$/);
      expect(line.text, `page ${line.page}`).not.toMatch(/^First words/);
    }
    // At the end of some pages there was room for another line.
    const step = Math.min(
      ...lines
        .slice(1)
        .map(({ y }, index) => (lines[index]?.y ?? 0) - y)
        .filter((number) => number > 0),
    );
    expect(ends.filter(({ line }) => line.y - 2 * step >= lowest).length).toBeGreaterThan(0);
  });

  test("repeat the head of a long table, which is heard once", async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `| row ${index + 1} | value |\n`).join("");
    const pdf = await printed(`# T\n\n| Column one | Column two |\n| --- | --- |\n${rows}`);
    expect(pdf.texts.length).toBeGreaterThan(1);
    for (const text of pdf.texts) expect(text).toContain("Column one");
    expect(pdf.trees.join("").match(/TH\([^)]/g)).toHaveLength(2);
  });

  test("do not go through a callout or a short table", async () => {
    const callout = (name: string): string =>
      `:::note\n\nThe first of ${name}.\n\nThe second.\n\nThe third.\n\nThe last of ${name}.\n\n:::\n`;
    const table = (name: string): string =>
      `| Row |\n| --- |\n| The first of ${name}. |\n${"| A row. |\n".repeat(4)}| The last of ${name}. |\n`;
    const counts = [20, 21, 22, 23, 24];
    const cases = counts.flatMap((count) => [
      [`Callout ${count}`, paragraphs(count) + callout(`callout ${count}`)],
      [`Table ${count}`, paragraphs(count) + table(`table ${count}`)],
    ]);
    const { lineOf, linesBefore, lowest } = await printCases(Object.fromEntries(cases) as Record<string, string>);
    for (const kind of ["callout", "table"]) {
      const ways = counts.map((count) => {
        const first = lineOf(`The first of ${kind} ${count}.`);
        expect(lineOf(`The last of ${kind} ${count}.`).page, `${kind} ${count}`).toBe(first.page);
        // The line above is its title, or the head of the table.
        const [before] = linesBefore(first.text, 2);
        return { first, before };
      });
      const inPlace = ways.filter(({ first, before }) => first.page === before?.page);
      const step = (inPlace[0]?.before?.y ?? 0) - (inPlace[0]?.first.y ?? 0);
      // At the end of these pages there was room for its beginning.
      const met = ways.filter(({ first, before }) => before && first.page > before.page && before.y - step >= lowest);
      expect(inPlace.length).toBeGreaterThan(0);
      expect(met.length, kind).toBeGreaterThan(0);
    }
  });
});
