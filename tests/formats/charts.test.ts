import { beforeAll, describe, expect, test } from "vitest";
import type { Artifact } from "../../src/model/artifact.ts";
import { built } from "../support/built.ts";
import { openEpub } from "../support/epub.ts";
import { openPdf } from "../support/pdf.ts";

// A chart in each format: a picture with its summary, a caption, its data as a table.

const article = `---
title: Charts
language: en-GB
date: 2026-11-24
---

Text before.

\`\`\`chart
kind: line
data: rates.csv
x: { field: year, title: Year }
y: { title: Rate, unit: "%" }
series: [{ field: all, label: All }, { field: first, label: First }]
caption: The rates of three years.
source: The office.
summary: Both rates fall from 2021 to 2023.
\`\`\`

Text after.
`;

const summary = "Both rates fall from 2021 to 2023.";
let artifacts: readonly Artifact[] = [];
const of = (edition: string) => artifacts.find((artifact) => artifact.edition === edition)?.bytes ?? new Uint8Array();

beforeAll(async () => {
  const files = { "article.md": article, "rates.csv": "year,all,first\n2021,77,82\n2022,71,74\n2023,68,\n" };
  artifacts = await built(files, ["web", "ebook", "handout"]);
});

describe("the web page", () => {
  test("has the drawing for light and dark, and its summary", () => {
    const html = new TextDecoder().decode(of("web"));
    const [, data = "", alt] = /<img src="data:image\/svg\+xml;base64,([^"]+)" alt="([^"]*)"/.exec(html) ?? [];
    expect(alt).toBe(summary);
    const svg = Buffer.from(data, "base64").toString();
    expect(svg).toContain("@media (prefers-color-scheme:dark)");
    expect(svg).not.toMatch(/<text|<script|https?:\/\/(?!www\.w3\.org)/);
  });

  test("folds the data, a table with headers", () => {
    const html = new TextDecoder().decode(of("web"));
    const [, inside = ""] = /<details class="chart-data">([\s\S]*?)<\/details>/.exec(html) ?? [];
    expect(inside).toContain("<summary>The data in this chart</summary>");
    expect(inside).toContain('<th scope="row">2023</th>');
    expect(inside).toContain('<td class="align-right">–</td>');
  });
});

describe("the e-book", () => {
  test("has the drawing as a file and the data unfolded", () => {
    const epub = openEpub(of("ebook"));
    expect(Object.keys(epub.files)).toContain("EPUB/charts/chart-1.svg");
    const [image] = epub.all("EPUB/text/01-article.xhtml", "img");
    expect(image?.attributes).toMatchObject({ src: "../charts/chart-1.svg", alt: summary });
    expect(epub.all("EPUB/text/01-article.xhtml", "details")).toEqual([]);
    expect(epub.all("EPUB/text/01-article.xhtml", "th")).toHaveLength(6);
  });
});

describe("the PDF", () => {
  test("gives a screen reader the summary, and has the table unfolded", async () => {
    const { trees, texts } = await openPdf(new Uint8Array(of("handout")));
    expect(trees.join("")).toContain(`Figure[${summary}]`);
    expect(trees.join("")).toMatch(/Table\(.*TH\(2023\)TD\( ?68%\)TD\( ?–\)/);
    expect(texts.join("")).toContain("The rates of three years. Source: The office.");
  });
});
