import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "../../../src/model/browser.ts";
import { openPdf } from "../../support/pdf.ts";
import { openBrowser, preparePrinting, print } from "../../support/print-pdf.ts";

// Where pages end: long rows and definitions go on, a line that is only bold stays with what follows.

const started: { browser?: Browser } = {};

beforeAll(async () => {
  started.browser = await openBrowser();
});
afterAll(() => started.browser?.close());

/** The texts of the pages of an article. */
async function pagesOf(text: string): Promise<readonly string[]> {
  if (!started.browser) throw new Error("The browser has not started.");
  const { bytes } = await print(await preparePrinting({ "article.md": `# Title\n\n${text}\n` }), started.browser);
  return (await openPdf(bytes)).texts;
}

const sentence = "A sentence of an ordinary length that fills the line. ";
const long = sentence.repeat(45).trim();

test("definitions that fill most of a page leave none of it empty", async () => {
  const pages = await pagesOf(["Alpha", "Beta", "Gamma"].map((term) => `${term}\n:   ${long}`).join("\n\n"));
  expect(pages[0]).toContain("Beta");
  expect(pages.length).toBeLessThan(4);
});

test("rows of a table that fill most of a page leave no page empty, and the header is on each", async () => {
  const rows = ["Alpha", "Beta", "Gamma"].map(
    (name) => `| ${name} | ${long} ${sentence.repeat(name === "Gamma" ? 90 : 0)} |`,
  );
  const pages = await pagesOf(["| Name | What |", "| --- | --- |", ...rows].join("\n"));
  expect(pages[0]).toContain("Beta");
  // The last row is taller than a page.
  expect(pages.at(-1)).not.toContain("Gamma");
  for (const page of pages) expect(page).toContain("Name");
});

test("a bold line is on the page of the text that follows it", async () => {
  const poems = Array.from(
    { length: 24 },
    (_, index) => `**No. ${index + 1}**\n\nBegin ${index + 1}. ${sentence.repeat(7)}`,
  );
  const pages = await pagesOf(poems.join("\n\n"));
  expect(pages.length).toBeGreaterThan(2);
  for (const [index] of poems.entries()) {
    const page = pages.find((candidate) => candidate.includes(`No. ${index + 1}\n`));
    expect(page).toContain(`Begin ${index + 1}.`);
  }
});

test("a table of very many columns without a head keeps every cell on the page", async () => {
  const cells = (row: number): string => Array.from({ length: 40 }, (_, cell) => `<td>K${row}q${cell}</td>`).join("");
  const rows = [0, 1, 2].map((row) => `<tr>${cells(row)}</tr>`).join("\n");
  const words = (await pagesOf(`<table>\n${rows}\n</table>`)).join("").replaceAll(/\s/g, "");
  expect(words.match(/q/g)).toHaveLength(120);
});

test("a table of very many narrow columns keeps every letter on the page", async () => {
  const row = (letter: string): string => `<tr>${`<td>${letter}</td><td></td>`.repeat(30)}</tr>`;
  const words = (await pagesOf(`<table>\n${row("q")}\n${row("z")}\n</table>`)).join("");
  expect(words.match(/q/g)).toHaveLength(30);
  expect(words.match(/z/g)).toHaveLength(30);
});
