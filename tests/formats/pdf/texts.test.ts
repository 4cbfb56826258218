import { describe, expect, test } from "vitest";
import { built } from "../../support/built.ts";
import { type OpenedPdf, openPdf } from "../../support/pdf.ts";

async function printed(text: string): Promise<OpenedPdf> {
  const [artifact] = await built({ "article.md": text }, ["handout"]);
  return openPdf(artifact?.bytes ?? new Uint8Array());
}

describe("text", () => {
  test("is copied with its letters and spaces, whatever the face joins or the line breaks", async () => {
    const words = "The affable officer affirmed a fluffy shuffle of first files, flat waffles and fjords.";
    const pdf = await printed(`# Ligatures\n\n${words} ${words}\n`);
    expect(pdf.texts[0]?.replaceAll("\n", " ")).toContain(`${words} ${words}`);
  });

  test("of another alphabet stays what it is, in ids too", async () => {
    const pdf = await printed(
      "---\ntitle: Записки\nlanguage: ru\n---\n\n## Über\n\nÄ\n\n## Начало\n\nТекст, см. [конец](#конец).\n\n## Конец\n\nВсё.\n",
    );
    expect(pdf.outline.map(({ title }) => title)).toEqual(["Über", "Начало", "Конец"]);
    expect(pdf.texts[0]).toContain("Текст, см. конец.");
    expect(pdf.texts[0]).toMatch(/Начало 1\n/);
    expect(pdf.links.map(({ words }) => words)).toContain("конец");
  });

  test("from right to left turns the pages round", async () => {
    const pdf = await printed("---\ntitle: מדריך\nlanguage: he\n---\n\nטקסט קצר.\n");
    expect(pdf.info["Language"]).toBe("he");
    expect((await pdf.document.getViewerPreferences())?.get("Direction")).toBe("R2L");
  });

  test("with characters that are special in CSS, XML and PDF", async () => {
    const title = "A \\ (B) <c> & {d} %1 </style>";
    const pdf = await printed(`---\ntitle: '${title}'\nauthors: ["(\\\\) & <b>"]\n---\n\n## One\n\nText.\n`);
    expect(pdf.info["Title"]).toBe(title);
    expect(pdf.info["Author"]).toBe("(\\) & <b>");
    expect(pdf.xmp.get("dc:creator")).toEqual(["(\\) & <b>"]);
    expect(pdf.texts[0]).toContain(title);
  });

  test("of a plain line makes a page without contents list or bookmarks", async () => {
    const pdf = await printed("# Hello\n\nJust a line.\n");
    expect(pdf.texts).toEqual([expect.stringContaining("Hello\nJust a line.")]);
    expect(pdf.outline).toEqual([]);
  });
});

describe("a title that wraps", () => {
  test("keeps its spaces in the bookmarks", async () => {
    const title = "A section with a heading so long that it cannot but wrap at least once on its way";
    const pdf = await printed(`# T\n\n## ${title}\n\nText.\n`);
    expect(pdf.outline.map((bookmark) => bookmark.title)).toEqual([title]);
  });
});

describe("page breaks", () => {
  const paragraphs = (count: number): string =>
    Array.from({ length: count }, (_, index) => `Paragraph ${index + 1} is here and says little.\n\n`).join("");

  test("never leave a heading alone at the foot of a page", async () => {
    // Somewhere in these lengths the heading comes to the very end of the first page.
    for (const count of [24, 25, 26, 27, 28]) {
      const pdf = await printed(`# T\n\n${paragraphs(count)}## The heading\n\nFirst line.\n\n${paragraphs(3)}`);
      const page = pdf.texts.find((text) => text.includes("The heading")) ?? "";
      expect(page, `${count} paragraphs`).toContain("First line.");
    }
  });

  test("repeat the head of a long table, which is heard once", async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `| row ${index + 1} | value |\n`).join("");
    const pdf = await printed(`# T\n\n| Column one | Column two |\n| --- | --- |\n${rows}`);
    expect(pdf.texts.length).toBeGreaterThan(1);
    for (const text of pdf.texts) expect(text).toContain("Column one");
    expect(pdf.trees.join("").match(/TH\([^)]/g)).toHaveLength(2);
  });

  test("do not go through a callout or a picture that fits on a page", async () => {
    for (const count of [22, 24, 26]) {
      const callout = `:::note\n\nThe first.\n\nThe second.\n\nThe third.\n\nThe last.\n\n:::\n`;
      const pdf = await printed(`# T\n\n${paragraphs(count)}${callout}`);
      const page = pdf.texts.find((text) => text.includes("The first.")) ?? "";
      expect(page, `${count} paragraphs`).toContain("The last.");
    }
  });
});
