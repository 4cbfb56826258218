import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import type { Artifact } from "../../src/model/artifact.ts";
import { built } from "../support/built.ts";
import { openEpub } from "../support/epub.ts";
import { openPdf } from "../support/pdf.ts";

// Lists of figures and of tables, where a text asks for them: on paper with pages, in the e-book as landmarks, in Word as fields.

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120"><path d="M0 0h240v120z"/></svg>';
const words = "Words of the text. ".repeat(220);

const files = {
  "article.md": `---
title: Lists
language: en
lists: [figures, tables]
---

## One

![A field.](a.svg "The first field")

${words}

## Two

:::figure[Two fields]
![Left.](a.svg "The left one")
![Right.](a.svg)
:::

:::table[Numbers]
| a |
| - |
| 1 |
:::
`,
  "a.svg": picture,
};

const artifacts: Record<string, Artifact> = {};

beforeAll(async () => {
  for (const artifact of await built(files, ["web", "ebook", "docx", "handout"]))
    artifacts[artifact.edition] = artifact;
});

const bytesOf = (edition: string): Uint8Array => artifacts[edition]?.bytes ?? new Uint8Array();

test("on paper they are below the contents list, with page numbers", async () => {
  const pdf = await openPdf(bytesOf("handout"));
  const page = pdf.texts.findIndex((text, index) => index > 0 && text.includes("Two fields")) + 1;
  expect(page).toBeGreaterThan(1);
  const [first = ""] = pdf.words;
  const plain = first.replaceAll(/\s+/g, "");
  expect(plain).toContain(`FiguresFigure1.Thefirstfield1Figure2.Twofields${page}`);
  expect(plain).toMatch(new RegExp(`TablesTable1\\.Numbers${page}`));
  expect(plain).not.toContain("Theleftone");
  const [tree = ""] = pdf.trees;
  expect(tree).toMatch(/TOC\(TOCI\(.*Figure 2\. Two fields/);
  const links = pdf.links.filter(({ words: text }) => text.includes("Table 1. Numbers"));
  expect(links.map(({ page: on }) => on)).toEqual([1]);
});

test("the web page has links to them", () => {
  const html = new TextDecoder().decode(bytesOf("web"));
  const nav = /<nav class="contents"[^]*?<\/nav>/.exec(html)?.[0] ?? "";
  expect(nav).toContain("Figure 2. Two fields");
  const [, id = ""] = /href="#([^"]+)"[^>]*><span class="entry-title">Table 1\. Numbers/.exec(nav) ?? [];
  expect(html).toContain(`id="${id}"`);
});

test("the e-book shows them beside its contents list and names them as landmarks", () => {
  const { files: inside } = openEpub(bytesOf("ebook"));
  const documents = Object.values(inside).map((bytes) => new TextDecoder().decode(bytes));
  const nav = documents.find((text) => text.includes('epub:type="loi"')) ?? "";
  expect(nav).toMatch(/<nav id="loi" epub:type="loi" aria-label="Figures">/);
  expect(nav).toMatch(/<a epub:type="lot" href="[^"]*#lot">Tables<\/a>/);
  expect(nav).not.toContain("The left one");
});

test("a Word document has a field for each, by the styles of the captions", () => {
  const document = new TextDecoder().decode(unzipSync(bytesOf("docx"))["word/document.xml"]);
  const fields = [...document.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, text]) =>
    text?.replaceAll("&quot;", '"'),
  );
  expect(fields.filter((text) => text?.includes("Caption"))).toEqual([
    expect.stringContaining('\\t "Caption,1"'),
    expect.stringContaining('\\t "TableCaption,1"'),
  ]);
  expect(document.match(/w:pStyle w:val="TableCaption"/g)).toHaveLength(1);
});
