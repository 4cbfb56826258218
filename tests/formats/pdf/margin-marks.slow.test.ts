import { expect, test } from "vitest";
import { built } from "../../support/built.ts";
import { openPdf } from "../../support/pdf.ts";

// "Turn to page 3" works for who holds large print or a booklet: their margins and bookmarks name the handout's pages.

const words = Array.from({ length: 1500 }, (_, index) => `word${index}`);
const paragraph = (from: number, to: number): string => words.slice(from, to).join(" ");
const text = `## One\n\n${paragraph(0, 600)}\n\n## Two\n\n${paragraph(600, 900)}\n\n- ${paragraph(900, 1500)}\n`;
const article = (more = ""): string => `---\ntitle: Long\nlanguage: en\n${more}---\n\n${text}`;

test("large print and a booklet name the pages of the handout", async () => {
  const artifacts = await built({ "article.md": article() }, ["handout", "large-print", "booklet"]);
  const [handout, large, booklet, pages] = await Promise.all(artifacts.map(({ bytes }) => openPdf(bytes)));
  const starts = handout?.texts.map((page) => /word\d+/.exec(page.slice(page.indexOf("Page")))?.[0]) ?? [];
  expect(starts.length).toBeGreaterThan(3);
  for (const pdf of [large, pages]) {
    const found = pdf?.outline.at(-1);
    expect(found?.title).toBe("Handout (PDF, US Letter)");
    expect(found?.children.map(({ title }) => title)).toEqual(starts.map((_, index) => `Page ${index + 1}`));
    for (const [index, start] of starts.entries()) {
      const page = found?.children[index]?.page ?? 0;
      // What begins a page of the handout stands there, and the mark in its margin.
      if (index > 0) expect(pdf?.texts[page - 1]).toContain(`p. ${index + 1}`);
      if (index > 0) expect(pdf?.words[page - 1]).toContain(start);
    }
    // An artifact: no sentence is broken by it.
    expect(pdf?.trees.join("")).not.toMatch(/p\. \d/);
    const last = pdf?.texts.at(-1)?.replaceAll("\n", " ");
    expect(last).toContain("Page numbers in the margin are those of this edition: Handout (PDF, US Letter).");
  }
  expect(booklet?.texts.join(" ")).toContain("p. 2");
});

test("nothing is marked where there is no handout, nor in the handout", async () => {
  const [large] = await built({ "article.md": article("editions: [large-print]\n") }, ["large-print"]);
  const pdf = large && (await openPdf(large.bytes));
  expect(pdf?.outline.map(({ title }) => title)).toEqual(["One", "Two"]);
  expect(pdf?.texts.join(" ")).not.toMatch(/p\. \d/);
});
