import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "../../../src/model/browser.ts";
import { verifyPdf } from "../../../src/formats/pdf/check.ts";
import { openPdf } from "../../support/pdf.ts";
import { openBrowser, preparePrinting, print } from "../../support/print-pdf.ts";

const started: { browser?: Browser } = {};

beforeAll(async () => {
  started.browser = await openBrowser();
});
afterAll(() => started.browser?.close());

const figure = (id: string): string => `:::figure[Of ${id}]{#${id}}\n> Words\n:::\n`;
const long = "A paragraph that takes room, so that what follows it stands on a page of its own. ".repeat(60);

test("a reference names the page of its target where that is another page", async () => {
  if (!started.browser) throw new Error("The browser has not started.");
  const text = `# Title\n\nNear [@fig:near], far [@fig:far].\n\n${figure("near")}\n${long}\n\n${long}\n\n${figure("far")}\nBack to [@fig:near].\n`;
  const printing = await preparePrinting({ "article.md": text });
  const { bytes, positions } = await print(printing, started.browser);
  expect(await verifyPdf(bytes, { file: "article.pdf", standard: "ua-1", expectation: printing.expectation })).toEqual(
    [],
  );
  const pdf = await openPdf(bytes);
  const page = positions.get("far")?.page ?? 0;
  expect(page).toBeGreaterThan(1);
  const [first = "", ...others] = pdf.texts.map((content) => content.replaceAll(/\s/g, " "));
  expect(first).toContain(`Near Figure 1, far Figure 2 (page ${page}).`);
  expect(others.at(page - 2)).toContain("Figure 2. Of far");
  expect(others.at(-1)).toContain("Back to Figure 1 (page 1).");
  expect(pdf.links.map(({ destination, words }) => [destination, words.replaceAll(/\s/g, " ")])).toContainEqual([
    "far",
    "Figure 2",
  ]);
});
