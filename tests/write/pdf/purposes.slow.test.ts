import { afterAll, beforeAll, expect, test } from "vitest";
import { writePdf } from "../../../src/formats/pdf/write.ts";
import type { Browser, PrintPurpose } from "../../../src/model/browser.ts";
import type { PagePositions } from "../../../src/model/page-map.ts";
import { openBrowser, preparePrinting, valueOf } from "../../support/print-pdf.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Enough blocks that a print with tags is costly, and page numbers that must be printed to be known. */
const article = `---\ntitle: T\ncontents: true\n---\n\n${["One", "Two", "Three"]
  .map((title) => `## ${title}\n\n${"A paragraph of a few words.\n\n".repeat(80)}`)
  .join("\n")}`;

/** What the document and its running heads were printed for, in order, and the finished file. */
async function made(guess?: PagePositions) {
  const printing = await preparePrinting({ "article.md": article });
  const purposes: string[] = [];
  const watched: Browser = {
    ...browser,
    print(html, purpose: PrintPurpose = "publish") {
      purposes.push(html.includes("<h2") ? purpose : "heads");
      return browser.print(html, purpose);
    },
  };
  const request = { ...printing, edition: "handout", browser: watched, toolVersion: "0", standard: "ua-1" } as const;
  const { bytes, positions } = valueOf(await writePdf({ ...request, guess }));
  return { bytes: Buffer.from(bytes), positions, purposes };
}

test("a long document is measured first, and only its last print has tags; a good guess saves the others", async () => {
  const cold = await made();
  expect(cold.purposes.filter((purpose) => purpose !== "heads")).toEqual(["measure", "publish"]);
  const guessed = await made(cold.positions);
  expect(guessed.purposes.filter((purpose) => purpose !== "heads")).toEqual(["publish"]);
  expect(guessed.bytes.equals(cold.bytes)).toBe(true);
  const wrong = new Map([...cold.positions].map(([id, position]) => [id, { ...position, page: position.page + 1 }]));
  expect((await made(wrong)).bytes.equals(cold.bytes)).toBe(true);
});
