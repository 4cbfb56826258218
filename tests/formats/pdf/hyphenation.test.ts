import { decodePDFRawStream, PDFDocument, PDFRawStream } from "@cantoo/pdf-lib";
import { beforeAll, expect, test } from "vitest";
import { built } from "../../support/built.ts";
import { type OpenedPdf, openPdf } from "../../support/pdf.ts";

const words =
  "Internationally characteristic representations of uncharacteristically extraordinary responsibilities demonstrate considerable sophistication. ";
const german =
  "Donaudampfschifffahrtsgesellschaften und Rechtsschutzversicherungen beschleunigen Verwaltungsvorschriften. ";

const article = `---
title: Divided
language: en-US
template: { name: handout, options: { hyphenate: true } }
---

${words.repeat(6)} In code: \`uncharacteristically_long_names_in_code_uncharacteristically\`, [a link with uncharacteristically extraordinary words](https://example.org/uncharacteristically).

:::div{lang=de}
${german.repeat(5)}
:::

:::div{lang=ja}
${words.repeat(3)}
:::
`;

let pdf: OpenedPdf;
let content = "";

beforeAll(async () => {
  const [artifact] = await built({ "article.md": article }, ["handout"]);
  const bytes = artifact?.bytes ?? new Uint8Array();
  pdf = await openPdf(bytes);
  const stream = (await PDFDocument.load(bytes)).getPage(0).node.Contents();
  if (stream instanceof PDFRawStream) content = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
});

/** Ends of lines that end in a part of a word. */
function divided(): string[] {
  return Array.from((pdf.texts[0] ?? "").matchAll(/(\p{L}+)-\n(\p{L}+)/gu), ([, start, end]) => `${start}-${end}`);
}

test("words are divided at the ends of lines, in each language by its own patterns", () => {
  expect(divided().length).toBeGreaterThan(4);
  const english = divided().filter((word) => words.includes(word.replace("-", "")));
  const others = divided().filter((word) => german.includes(word.replace("-", "")));
  expect(english.length).toBeGreaterThan(1);
  expect(others.length).toBeGreaterThan(1);
  expect(english.length + others.length).toBe(divided().length);
});

test("the text has no soft hyphens except where one is shown, with that meaning", () => {
  expect(pdf.texts.join("")).not.toContain("\u00AD");
  const soft = Array.from(content.matchAll(/ActualText <feff00ad>[^<]*BDC\s(.*?)EMC/gs), ([, inside = ""]) => inside);
  expect(soft).toHaveLength(divided().length);
  // Each has a text object of its own, with the one glyph of the hyphen.
  for (const inside of soft) expect(inside).toMatch(/^BT\s[^<]*<[0-9a-f]{4}> Tj\s+ET\s*$/i);
  expect(pdf.texts[0]?.replaceAll(/\s/g, "")).toContain("uncharacteristically_long_names_in_code_uncharacteristically");
});

const long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf";
const wide = `---
title: ${long}
language: de
template: { name: handout, options: { hyphenate: false } }
---

## Die ${long}

Text.
`;

test.each(["handout", "large-print"] as const)(
  "words of titles and headings wider than the line are divided: %s",
  async (edition) => {
    const [artifact] = await built({ "article.md": wide }, [edition]);
    const { texts, outline } = await openPdf(artifact?.bytes ?? new Uint8Array());
    const parts = Array.from((texts[0] ?? "").matchAll(/Donau[^\s-]*(?:-\n[^\s-]+)+/g), ([part]) => part);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.replaceAll("-\n", "")).toBe(long);
    expect(JSON.stringify(outline)).not.toContain("\u00AD");
  },
);
