import { beforeAll, expect, test } from "vitest";
import { built } from "../../support/built.ts";
import { type OpenedPdf, openPdf } from "../../support/pdf.ts";

let pdf: OpenedPdf;

const chapter = (name: string): string =>
  `# The ${name}\n\nAbout it.[^1] See [the oak's leaves](oak.md#leaves).\n\n## Leaves\n\n${"Many leaves. ".repeat(400)}\n\n## Wood\n\nHard.\n\n[^1]: A note on the ${name}.\n`;

beforeAll(async () => {
  const settings =
    "title: Trees\nauthors: [An Author]\ndate: 2026-05-01\nchapters:\n  - part: Conifers\n    chapters: [pine.md, spruce.md]\n  - part: Broadleaves\n    chapters: [oak.md]\n";
  const files = {
    "publication.yaml": settings,
    "pine.md": chapter("pine"),
    "spruce.md": chapter("spruce"),
    "oak.md": chapter("oak"),
  };
  const [artifact] = await built(files, ["handout"]);
  pdf = await openPdf(artifact?.bytes ?? new Uint8Array());
});

test("bookmarks are nested as parts, chapters and sections are", () => {
  const titles = pdf.outline.map((part) => [part.title, part.children.map((child) => child.title)]);
  expect(titles).toEqual([
    ["Conifers", ["The pine", "The spruce"]],
    ["Broadleaves", ["The oak"]],
  ]);
  expect(pdf.outline[0]?.children[0]?.children.map(({ title }) => title)).toEqual(["Leaves", "Wood", "Notes"]);
});

test("each chapter begins a page, listed in the contents list", () => {
  const begins = ["The pine", "The spruce", "The oak"].map((title) => {
    const line = new RegExp(`^${title} (\\d+)$`, "m").exec(pdf.texts[0] ?? "");
    return [title, Number(line?.[1])] as const;
  });
  expect(new Set(begins.map(([, page]) => page)).size).toBe(3);
  for (const [title, page] of begins) {
    expect(pdf.trees[page - 1], `${title} on ${page}`).toContain(`H3(${title})`);
    const before = (pdf.texts[page - 1] ?? "").split(title)[0] ?? "";
    expect(before).not.toContain("Many leaves");
  }
});

test("links lead from chapter to chapter, and notes stay apart", () => {
  const oak = pdf.outline[1]?.children[0]?.children[0];
  expect(oak?.title).toBe("Leaves");
  expect(pdf.links.filter(({ words }) => words === "the oak’s leaves").map(({ destination }) => destination)).toEqual([
    "oak.leaves",
    "oak.leaves",
    "oak.leaves",
  ]);
  expect(pdf.links.filter(({ words }) => words === "Note 1").map(({ destination }) => destination)).toEqual([
    "pine.note.1",
    "spruce.note.1",
    "oak.note.1",
  ]);
});
