import { unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyDocx } from "../../../src/formats/docx/check.ts";
import { built } from "../../support/built.ts";
import { richArticle } from "../../support/rich-article.ts";

const article = `---
title: A title
subtitle: Below it
language: en
date: 2026-11-24
---

Text with *emphasis*, **weight**, \`code\` and [a link](https://example.org/). See [One](#one).[^1]

## One

- First
  1. Inner
- Second

| A | B |
| - | -: |
| 1 | 2 |

- [ ] A task

1. ::write-on[A question]{lines=2}

## Two

![A dot](dot.svg)

## Three

> A quotation.

[^1]: A *note*.
`;
const dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10z"/></svg>';

async function make(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const [artifact] = await built(files, ["docx"]);
  if (!artifact) throw new Error("Nothing was made.");
  return artifact.bytes;
}

const made: { bytes: Uint8Array; xml: string; html: string } = { bytes: new Uint8Array(), xml: "", html: "" };

beforeAll(async () => {
  made.bytes = await make({ "article.md": article, "dot.svg": dot });
  made.xml = new TextDecoder().decode(unzipSync(made.bytes)["word/document.xml"]);
  made.html = (await mammoth.convertToHtml({ buffer: Buffer.from(made.bytes) })).value;
});

describe("a Word document", () => {
  test("is read by another program as it was written", () => {
    for (const part of [
      "<em>emphasis</em>, <strong>weight</strong>",
      '<a href="https://example.org/">a link</a>',
      "<ul><li>First<ol><li>Inner</li></ol></li><li>Second</li></ul>",
      "<th><p><strong>A</strong></p></th>",
      "<p>A quotation.</p>",
      "<em>note</em>",
    ])
      expect(made.html).toContain(part);
    expect(
      [...made.html.matchAll(/<h(\d)>(?:<a[^>]*><\/a>)*([^<]*)/g)].map(([, level, text]) => [level, text]),
    ).toEqual([
      ["1", "One"],
      ["1", "Two"],
      ["1", "Three"],
    ]);
  });

  test("has footnotes, descriptions, a language, a table of contents and links of its own", () => {
    expect(made.xml).toMatch(/<w:footnoteReference w:id="1"\/>/);
    expect(made.xml).toMatch(/<wp:docPr id="1" name="Picture" descr="A dot"/);
    expect(made.xml).toContain("TOC \\h \\o");
    expect(made.xml).toMatch(/<w:hyperlink [^>]*w:anchor="o_one"/);
    expect(made.xml.match(/<w:pStyle w:val="WriteLine"\/>/g)).toHaveLength(2);
    const styles = new TextDecoder().decode(unzipSync(made.bytes)["word/styles.xml"]);
    expect(styles).toContain('<w:lang w:val="en"');
  });

  test("equal texts give equal bytes", async () => {
    expect(await make({ "article.md": article, "dot.svg": dot })).toEqual(made.bytes);
  });

  test("everything that an article can hold goes in", async () => {
    expect(verifyDocx(await make(await richArticle()), "a.docx")).toEqual([]);
  });

  test("the check sees what is broken", () => {
    const broken = made.xml.replace('w:name="o_one"', 'w:name="o_two"').replace(' descr="A dot"', "");
    const parts = { ...unzipSync(made.bytes), "word/document.xml": new TextEncoder().encode(broken) };
    expect(verifyDocx(zipSync(parts), "a.docx").map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'docxValid A link leads to "o_one", which is not there. (ECMA-376, 17.16.22)',
      "docxValid A picture has no description. (WCAG 2.2, 1.1.1)",
    ]);
  });
});
