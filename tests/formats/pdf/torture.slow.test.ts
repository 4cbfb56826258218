import { afterAll, beforeAll, describe, expect, test } from "vitest";
import sharp from "sharp";
import type { Browser } from "../../../src/model/browser.ts";
import { outlineOf } from "../../../src/model/outline.ts";
import type { PdfStandard } from "../../../src/model/pdf-standard.ts";
import { verifyPdf } from "../../../src/formats/pdf/check.ts";
import { writePdf } from "../../../src/formats/pdf/write.ts";
import { openPdf, type OpenedPdf, type PdfBookmark } from "../../support/pdf.ts";
import { openBrowser, preparePrinting, type Printing, valueOf } from "../../support/print-pdf.ts";
import { checkWithQpdf } from "../../support/qpdf.ts";
import { markOf, tortureArticle } from "../../support/torture-article.ts";

const started: { browser?: Browser } = {};

beforeAll(async () => {
  started.browser = await openBrowser();
});
afterAll(() => started.browser?.close());

const kinds = [
  { notes: "end", standard: "ua-1", sections: 60 },
  // Notes at feet take a print for every few pages.
  { notes: "foot", standard: "ua-2", sections: 16 },
] as const satisfies readonly {
  readonly notes: "foot" | "end";
  readonly standard: PdfStandard;
  readonly sections: number;
}[];

describe.each(kinds)("a torture with notes at the $notes, as $standard", ({ notes, standard, sections }) => {
  let printing: Printing;
  let bytes: Uint8Array;
  let pdf: OpenedPdf;
  let titles: string[];

  beforeAll(async () => {
    const { browser } = started;
    if (!browser) throw new Error("The browser has not started.");
    const square = sharp({ create: { width: 90, height: 90, channels: 3, background: "#369" } });
    const files = { "article.md": tortureArticle(notes, sections), "square.png": await square.png().toBuffer() };
    printing = await preparePrinting(files);
    const written = valueOf(
      await writePdf({ ...printing, edition: "handout", standard, browser, toolVersion: "0.0.0" }),
    );
    ({ bytes } = written);
    const outline = outlineOf(written.publication);
    titles = outline.map(({ title }) => title);
    printing = { ...printing, expectation: { ...printing.expectation, outline } };
    pdf = await openPdf(bytes);
  }, 300_000);

  test("passes every check of ours, and qpdf's", async () => {
    const { expectation } = printing;
    const found = await verifyPdf(bytes, { file: "a.pdf", standard, expectation });
    expect(found.map(({ message }) => message)).toEqual([]);
    expect(await checkWithQpdf(bytes)).toMatchObject({ code: 0 });
  });

  test("has a page for each section, and its words once, in order", () => {
    expect(pdf.texts.length).toBeGreaterThan(sections * 0.8);
    const marks = pdf.words.join("\n").match(/mark\d{3}/g) ?? [];
    expect(marks).toEqual(Array.from({ length: sections }, (_, index) => markOf(index)));
  });

  test("points its bookmarks and links to the beginnings of sections", () => {
    const top = (bookmarks: readonly PdfBookmark[]): string[] => bookmarks.map(({ title }) => title);
    expect(top(pdf.outline)).toEqual(titles);
    const pageOf = (section: number): number =>
      1 + pdf.words.findIndex((page) => page.replaceAll(/\s/g, "").includes(`Section${section}${markOf(section)}`));
    for (const section of [0, 7, sections - 1]) {
      const bookmark = pdf.outline.find(({ title }) => title === `Section ${section}`);
      expect(bookmark?.page).toBe(pageOf(section));
    }
    expect(pdf.links.length).toBeGreaterThan(sections * 4);
  });
});
