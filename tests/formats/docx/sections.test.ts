import { unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyDocx } from "../../../src/formats/docx/check/check.ts";
import { importDocument } from "../../../src/import/import-document.ts";
import { built } from "../../support/built.ts";

const report = `---
title: A report
language: en-GB
date: 2026-11-24
template: { name: report }
---

See @fig-dot, @tbl-sizes, [@box:one], @sec-two and [the end](#sec-two).

## One

![A dot](dot.svg "Two dots"){#fig-dot}

:::table[Sizes.]{#tbl-sizes}
| A | B |
| - | -: |
| 1 | 2 |
:::

### Wide {.landscape}

| A | B |
| - | -: |
| 1 | 2 |

### Narrow

:::note[A box]{#one}
Words.
:::

## Two {#sec-two}

Words.

## Three

Words.
`;
const dot =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="2000" height="100"><path d="M0 0h9v9z"/></svg>';

async function make(text: string): Promise<Uint8Array> {
  const [artifact] = await built({ "article.md": text, "dot.svg": dot }, ["docx"]);
  if (!artifact) throw new Error("Nothing was made.");
  return artifact.bytes;
}

const xmlOf = (bytes: Uint8Array): string => new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]);

/** Width, height and columns of each section's pages. */
function pagesOf(xml: string): unknown[] {
  return [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([section]) => {
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(section) ?? [];
    return [Number(width), Number(height), Number(/<w:cols [^>]*w:num="(\d)"/.exec(section)?.[1] ?? 1)];
  });
}

let bytes = new Uint8Array();
let xml = "";
beforeAll(async () => {
  bytes = new Uint8Array(await make(report));
  xml = xmlOf(bytes);
});

describe("sections of a Word document", () => {
  test("what is landscape in print has a landscape section, with a table as wide as its page", () => {
    expect(pagesOf(xml)).toEqual([
      [11_906, 16_838, 1],
      [16_838, 11_906, 1],
      [11_906, 16_838, 1],
    ]);
    const [before = "", wide = "", after = ""] = xml.split("<w:sectPr>");
    expect(before).toContain(">One<");
    expect(wide).toContain(">Wide<");
    expect(after).toContain(">Narrow<");
    const widths = [before, wide].map((part) =>
      [...part.matchAll(/<w:gridCol w:w="(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0),
    );
    expect(widths).toEqual([11_906 - 2 * 1584, 16_838 - 2 * 1584]);
  });

  test("a picture is no wider than its page", () => {
    const [, width = ""] = /<wp:extent cx="(\d+)"/.exec(xml) ?? [];
    // 635 English Metric Units are a twentieth of a point.
    expect(Math.abs(Number(width) / 635 - (11_906 - 2 * 1584))).toBeLessThan(20);
  });

  test("the first page has no running head; every page has its number", () => {
    const parts = unzipSync(bytes);
    const text = (path: string): string => new TextDecoder().decode(parts[path]).replaceAll(/<[^>]+>/g, "");
    const relations = new TextDecoder().decode(parts["word/_rels/document.xml.rels"]);
    const partOf = (kind: string, type: string): string => {
      const id = new RegExp(`<w:${kind}Reference w:type="${type}" r:id="([^"]+)"`).exec(xml)?.[1] ?? "";
      return `word/${new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relations)?.[1]}`;
    };
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(1);
    expect(text(partOf("header", "default"))).toContain("A report");
    expect(text(partOf("header", "first"))).not.toContain("A report");
    for (const type of ["default", "first"]) expect(text(partOf("footer", type))).toContain("PAGE / NUMPAGES");
  });

  test("paper, size, margins and gutter are those that the article chooses, in one column", async () => {
    const head = (options: string): string =>
      `---\ntitle: T\nlanguage: en-GB\ntemplate: { name: handout, options: { ${options} } }\n---\n\nWords.\n`;
    expect(pagesOf(xmlOf(await make(head("paper: letter"))))).toEqual([[12_240, 15_840, 1]]);
    const own = xmlOf(await make(head('page-size: "6in 9in", margins: "1in 0.5in", gutter: 0.25in')));
    expect(pagesOf(own)).toEqual([[8640, 12_960, 1]]);
    expect(own).toMatch(/<w:pgMar w:top="1440" w:right="720" w:bottom="1440" w:left="720"[^>]* w:gutter="360"/);
    const columns = xmlOf(await make(head('columns: "2"')));
    expect(pagesOf(columns)).toEqual([[11_906, 16_838, 1]]);
  });
});

describe("fields of a Word document", () => {
  test("captions are counted, and references repeat the name and number, or the heading", () => {
    const fields = [...xml.matchAll(/<w:fldSimple w:instr="([^"]+)">.*?<w:t [^>]*>([^<]*)/g)].map(([, code, text]) => [
      code,
      text,
    ]);
    expect(fields).toEqual([
      ["REF _Ref_fig_dot \\h", "Figure\u00A01"],
      ["REF _Ref_tbl_sizes \\h", "Table\u00A01"],
      ["REF _Ref_one \\h", "Box\u00A01"],
      ["REF o_sec_two \\h", "Two"],
      ["SEQ Figure \\* ARABIC", "1"],
      ["SEQ Table \\* ARABIC", "1"],
      ["SEQ Box \\* ARABIC", "1"],
    ]);
    const [, label = ""] = /<w:bookmarkStart w:name="_Ref_fig_dot"[^>]*>(.*?)<w:bookmarkEnd/.exec(xml) ?? [];
    expect(label.replaceAll(/<[^>]+>/g, "")).toBe("Figure\u00A01");
  });

  test("numbers of sections are counted by Word, and stand in the contents list", () => {
    expect(
      [...xml.matchAll(/<w:pStyle w:val="Heading(\d)"\/><w:numPr><w:ilvl w:val="(\d)"/g)].map(String),
    ).toHaveLength(5);
    expect(xml).toMatch(/<w:ilvl w:val="1"\/>(?:(?!<w:t ).)*<w:t [^>]*>Wide</);
    const entries = [...xml.matchAll(/<w:pStyle w:val="TOC\d"\/>.*?<\/w:p>/g)].map(([entry]) =>
      [...entry.matchAll(/<w:t [^>]*>([^<]*)/g)].map(([, text]) => text).join(""),
    );
    expect(entries).toEqual(["1 One1", "1.1 Wide2", "1.2 Narrow3", "2 Two3", "3 Three3"]);
  });

  test("a list of figures stands where there are figures", async () => {
    const text = "---\ntitle: T\nlists: [figures, tables]\n---\n\n:::table[Sizes.]\n| A |\n| - |\n| 1 |\n:::\n";
    const lists = [...xmlOf(await make(text)).matchAll(/<w:pStyle w:val="ContentsTitle"\/>.*?<w:t [^>]*>([^<]*)/g)];
    expect(lists.map(([, title]) => title)).toEqual(["Tables"]);
  });

  test("a column of numbers has room for the widest", async () => {
    const text = `# T\n\n| A | B |\n| -: | - |\n| 12.5 | ${"Many words. ".repeat(30)} |\n`;
    const [, width] = /<w:gridCol w:w="(\d+)"/.exec(xmlOf(await make(text))) ?? [];
    // Four bold figures of 0.696 em at 11 points, as in DejaVu Serif, and the edges of the cell.
    expect(Number(width)).toBeGreaterThan(4 * 0.696 * 220 + 216);
  });

  test("the check finds a reference to no bookmark", () => {
    const broken = new TextEncoder().encode(xml.replace('w:name="_Ref_fig_dot"', 'w:name="_Ref_other"'));
    const found = verifyDocx(zipSync({ ...unzipSync(bytes), "word/document.xml": broken }), "a.docx");
    expect(found.map(({ message }) => message)).toEqual([
      'A field refers to "_Ref_fig_dot", which is not there. (ECMA-376, 17.16.5)',
    ]);
  });

  test("the import takes their words, and no numbers", async () => {
    const outcome = await importDocument("a.docx", bytes);
    if (!outcome.ok) throw new Error("Not imported.");
    const { markdown } = outcome.value;
    expect(markdown).toContain("See [Figure\u00A01](#fig_dot), [Table\u00A01](#tbl_sizes), [Box\u00A01](#one)");
    expect(markdown).toContain('"Two dots"');
    expect(markdown).toContain(":::table[Sizes.]");
    expect(markdown).toContain("\n### Wide {.landscape}\n");
    expect(markdown).toMatch(/:::note\[.*>A box\]/);
  });
});
