import { PDFDict, PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { checksFor } from "../../../src/formats/pdf/check/checks.ts";
import { openFile } from "../../../src/formats/pdf/check/open-file.ts";
import { openBrowser, preparePrinting, print } from "../../support/print-pdf.ts";

const article = `---
title: A figure of words
authors: [{ name: Somebody }]
date: 2026-11-01
language: en
description: A quotation as a figure, and fields.
---

:::figure[Three parts]{#parts}

> The kind, a colon, and the id.

:::

Your name: :field[in full]{width=60mm}

- [ ] Call the office
`;

test("a quotation in a figure and the descriptions of fields hold in PDF/UA-2", async () => {
  const printing = await preparePrinting({ "article.md": article });
  const browser = await openBrowser();
  try {
    const { bytes } = await print(printing, browser, "ua-2");
    const file = await openFile(new Uint8Array(bytes), printing.expectation, "ua-2");
    const texts = checksFor("ua-2").flatMap(({ checkpoint, find }) =>
      find(file).map(({ where }) => [checkpoint, where]),
    );
    expect(texts).toEqual([]);
    expect(file.elements.some(({ role }) => role === "BlockQuote")).toBe(true);
    expect(await descriptionsOf(bytes)).toEqual(["in full", "Call the office"]);
  } finally {
    await browser.close();
  }
});

/** What the widget annotations say in their Contents. */
async function descriptionsOf(bytes: Uint8Array): Promise<string[]> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  return context.enumerateIndirectObjects().flatMap(([, dict]) => {
    if (!(dict instanceof PDFDict) || dict.get(PDFName.of("Subtype")) !== PDFName.of("Widget")) return [];
    return [dict.lookup(PDFName.of("Contents"), PDFHexString).decodeText()];
  });
}
