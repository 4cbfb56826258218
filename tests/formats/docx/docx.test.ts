import { unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyDocx } from "../../../src/formats/docx/check/check.ts";
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
    expect(made.xml).toMatch(/<w:hyperlink [^>]*w:anchor="_Toc1"><w:r><w:t [^>]*>One<\/w:t><\/w:r><w:r><w:tab\/>/);
    expect(made.xml).toMatch(/<w:hyperlink [^>]*w:anchor="o_one"/);
    expect(made.xml.match(/<w:pStyle w:val="WriteLine"\/>/g)).toHaveLength(2);
    const styles = new TextDecoder().decode(unzipSync(made.bytes)["word/styles.xml"]);
    expect(styles).toContain('<w:lang w:val="en"');
  });

  test("page numbers are fields, in the contents list and beside cross-references, and have their numbers", async () => {
    const pages = `---\ntitle: Seiten\nlanguage: de\n---\n\nSee @fig-dot.\n\n## One\n\n\\newpage\n\n## Two\n\n\\newpage\n\n## Three\n\n![A dot](dot.svg "Two dots"){#fig-dot}\n`;
    const xmlOf = async (text: string): Promise<string> => {
      const bytes = await make({ "article.md": text, "dot.svg": dot });
      return new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]);
    };
    const fields = (xml: string) =>
      [...xml.matchAll(/PAGEREF (\w+) \\h<.*?<w:t [^>]*>(\d*)<\/w:t>/g)].map(([, place, page]) => [place, page]);
    const xml = await xmlOf(pages);
    expect(fields(xml)).toEqual([
      ["_Toc1", "1"],
      ["_Toc2", "2"],
      ["_Toc3", "3"],
      ["o_fig_dot", "3"],
    ]);
    expect(xml.replaceAll(/<[^>]+>/g, "")).toMatch(/Abbildung\s1 \(Seite\u00A0PAGEREF o_fig_dot \\h3\)/);
    // Word asks before it updates what is dirty, so only what may be wrong is.
    expect(xml).not.toContain("w:dirty");
    // The layout has no rule for a formula.
    const guessed = await xmlOf(pages.replace("## Two", "$$$$x^2$$$$\n\n## Two"));
    expect(fields(guessed)).toHaveLength(4);
    expect(guessed.match(/w:dirty="true"\/><w:instrText [^>]*>(?:TOC|PAGEREF) /g)).toHaveLength(5);
    // So much would take long to lay out.
    const long = await xmlOf(`${pages}\n${"A word and another. ".repeat(13_000)}\n`);
    expect(long).toContain(">…</w:t>");
    expect(long.match(/w:dirty="true"\/><w:instrText [^>]*>(?:TOC|PAGEREF) /g)).toHaveLength(5);
  });

  test("equal texts give equal bytes", async () => {
    expect(await make({ "article.md": article, "dot.svg": dot })).toEqual(made.bytes);
  });

  test("accepts everything that an article can contain", async () => {
    expect(verifyDocx(await make(await richArticle()), "a.docx")).toEqual([]);
  });

  test.each([
    ["document", 'w:name="o_one"', 'w:name="o_two"', 'A link leads to "o_one", which is not there.'],
    ["document", ' descr="A dot"', "", "A picture has no description."],
    ["document", /r:embed="[^"]*"/, 'r:embed="rId99"', 'a:blip refers to "rId99", which is not there.'],
    ["document", '<w:pStyle w:val="WriteLine"/>', '<w:pStyle w:val="Lost"/>', 'There is no style "Lost"'],
    ["document", '<w:numId w:val="2"/>', '<w:numId w:val="77"/>', 'There is no list "77"'],
    ["document", '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="9"/>', 'There is no footnote "9"'],
    [
      "document",
      /(<w:bookmarkStart w:name=")o_one("[^>]*>)/,
      '$1o_one$2<w:bookmarkStart w:name="o_one" w:id="77"/>',
      'w:bookmarkStart has w:name="o_one" twice.',
    ],
    ["document", /(<w:tblW [^>]*>)(<w:tblBorders>.*?<\/w:tblBorders>)/, "$2$1", "w:tblW stands behind w:tblBorders"],
    ["document", /(<w:pgSz [^>]*>)(<w:pgMar [^>]*>)/, "$2$1", "w:pgSz stands behind w:pgMar in w:sectPr."],
    ["document", /(<w:pStyle w:val="Heading1"\/>)/, '<w:jc w:val="start"/>$1', "w:pStyle stands behind w:jc in w:pPr."],
    ["document", /<w:p>(?:(?!<w:p>).)*<\/w:p><\/w:tc>/, "</w:tc>", "A cell does not end with a paragraph."],
    ["styles", /(<w:b\/>)(<w:bCs\/>)/, "$2$1", "w:b stands behind w:bCs in w:rPr."],
    ["styles", /<w:lang [^>]*>/, "", "The document has no language."],
    ["_rels/document.xml.rels", "styles.xml", "style.xml", '"style.xml" is not in the package.'],
  ])("the check finds the fault in %s: %s → %s", (part, from, to, fault) => {
    const parts = unzipSync(made.bytes);
    const path = part.includes(".") ? `word/${part}` : `word/${part}.xml`;
    const text = new TextDecoder().decode(parts[path]);
    const broken = { ...parts, [path]: new TextEncoder().encode(text.replace(from, to)) };
    const found = verifyDocx(zipSync(broken), "a.docx");
    expect(found.map(({ rule }) => rule)).toContain("docxValid");
    expect(found.map(({ message }) => message).join(" ")).toContain(fault);
  });

  test("columns of a table have the widths of their words, and small letters where words would be divided", async () => {
    const columns = (count: number) => Array.from({ length: count }, (_, index) => `Heading${index}`);
    const rows = (count: number) =>
      `| ${columns(count).join(" | ")} |\n|${" - |".repeat(count)}\n|${" b |".repeat(count)}\n`;
    const text = `---\ntitle: T\ndate: 2026-11-24\n---\n\n| A | What it means |\n| - | - |\n| 1 | Several words of text |\n\n${rows(11)}`;
    const xml = new TextDecoder().decode(unzipSync(await make({ "article.md": text }))["word/document.xml"]);
    const grids = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map(([, grid = ""]) =>
      [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width)),
    );
    expect(grids[0]?.[1]).toBeGreaterThan(3 * (grids[0]?.[0] ?? 0));
    expect(grids.map((grid) => grid.length)).toEqual([2, 11]);
    expect(xml.match(/<w:pStyle w:val="TableDense"\/>/g)).toHaveLength(22);
    expect(xml.match(/<w:pStyle w:val="TableText"\/>/g)).toHaveLength(4);
  });

  test("Word's own parts, boxes and code of a right-to-left text are on the correct side", async () => {
    const section = (name: string) => `## ${name}\n\n:::note\nשלום.\n:::\n`;
    const head = "---\ntitle: שלום\nlanguage: he\ndate: 2026-11-24\n---\n\n";
    const text = `${head}${["א", "ב", "ג"].map(section).join("\n")}\n\`\`\`\ncode\n\`\`\`\n`;
    const parts = unzipSync(await make({ "article.md": text }));
    const xml = new TextDecoder().decode(parts["word/document.xml"]);
    const styles = new TextDecoder().decode(parts["word/styles.xml"]);
    expect(styles).toContain("<w:pPrDefault><w:pPr><w:bidi/>");
    expect(styles).toMatch(/w:styleId="Callout".*?<w:pBdr><w:right /);
    expect(xml).toMatch(/<w:pStyle w:val="CodeBlock"\/><w:bidi w:val="(?:0|false)"\/>/);
    // Nothing says that a title of a list or an entry goes from left to right.
    expect(xml).toMatch(/<w:pStyle w:val="ContentsTitle"\/><\/w:pPr>.*<w:pStyle w:val="TOC1"\/><w:tabs>/);
  });

  test("each part of a text has its language and its direction; the paper is that of its country", async () => {
    const text = `---
title: Titre
language: fr
date: 2026-11-24
---

Un\u00A0mot :span[食べ物]{lang=ja} et :span[كتاب]{lang=ar}.

:::div{lang=he}
שלום.
:::
`;
    const parts = unzipSync(await make({ "article.md": text }));
    const xml = new TextDecoder().decode(parts["word/document.xml"]);
    expect(xml).toContain("Un\u00A0mot");
    expect(xml).toMatch(/<w:lang w:val="ja" w:eastAsia="ja" w:bidi="ja"\/><\/w:rPr><w:t [^>]*>食べ物/);
    expect(xml).toMatch(/<w:rtl\/><w:lang w:val="ar"[^>]*\/><\/w:rPr><w:t [^>]*>كتاب/);
    expect(xml).toMatch(/<w:pPr><w:bidi\/>.*?<\/w:pPr><w:r><w:rPr><w:rtl\/><w:lang w:val="he"/);
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(made.xml).toContain('<w:pgSz w:w="12240" w:h="15840"');
  });
});
