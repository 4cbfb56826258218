import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFString } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "../../../src/model/browser.ts";
import { verifyPdf } from "../../../src/formats/pdf/check.ts";
import { openFile } from "../../../src/formats/pdf/check/open-file.ts";
import type { StructureElement } from "../../../src/formats/pdf/read/structure.ts";
import { outlineOf } from "../../../src/model/outline.ts";
import { writePdf } from "../../../src/formats/pdf/write.ts";
import { readLines, type Line } from "../../support/pdf-lines.ts";
import { openPdf } from "../../support/pdf.ts";
import { openBrowser, preparePrinting, valueOf } from "../../support/print-pdf.ts";

const started: { browser?: Browser } = {};

beforeAll(async () => {
  started.browser = await openBrowser();
});
afterAll(() => started.browser?.close());

interface Printed {
  readonly bytes: Uint8Array;
  /** By page. */
  readonly lines: readonly (readonly Line[])[];
  readonly elements: readonly StructureElement[];
  readonly rules: readonly string[];
}

async function printText(text: string): Promise<Printed> {
  const { browser } = started;
  if (!browser) throw new Error("The browser has not started.");
  const printing = await preparePrinting({ "article.md": text });
  const written = await writePdf({ ...printing, edition: "handout", standard: "ua-1", browser, toolVersion: "0" });
  const { bytes, publication } = valueOf(written);
  const expectation = { ...printing.expectation, outline: outlineOf(publication) };
  expect(await verifyPdf(bytes, { file: "a.pdf", standard: "ua-1", expectation })).toEqual([]);
  const { elements } = await openFile(bytes, expectation, "ua-1");
  return {
    bytes,
    lines: await readLines(bytes),
    elements,
    rules: written.diagnostics.map(({ rule, message }) => `${rule}: ${message}`),
  };
}

test("notes on landscape pages are placed at the end, with a finding", async () => {
  const { rules } = await printText(
    "---\ntitle: T\nlanguage: en\nnotes: foot\n---\n\nText.[^1]\n\n:::landscape\nWide.\n:::\n\n[^1]: A note.\n",
  );
  expect(rules).toEqual([
    "footnotesPlaced: Notes are at the end, not where the publication wants them: some of its pages are turned.",
  ]);
});

/** A text whose notes say `#3#` in each line of note 3, and whose references follow `@3@`. */
function writer() {
  let count = 0;
  const notes: string[] = [];
  const word = (index: number): string =>
    ["advice", "for", "each", "resident", "who", "matches", "in", "spring"][index % 8] ?? "";
  const words = (length: number, from = 0): string =>
    Array.from({ length }, (_, index) => word(index * 3 + from)).join(" ");
  return {
    words,
    cite: (length = 6): string => {
      count += 1;
      const printed = Array.from({ length }, (_, index) => `#${count}# ${word(index)}`).join(" ");
      notes.push(`[^${count}]: ${printed}.`);
      return `@${count}@[^${count}]`;
    },
    add: (note: string): void => void notes.push(note),
    notes: (): string => notes.join("\n\n"),
  };
}

const numbersIn = (lines: readonly Line[], mark: string): number[] => [
  ...new Set(
    lines.flatMap(({ text }) => [...text.matchAll(new RegExp(`${mark}(\\d+)${mark}`, "g"))].map(([, n]) => Number(n))),
  ),
];
const isNote = ({ text }: Line): boolean => /#\d+#|↑/.test(text);

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** What holds on every page: its notes are those referred to, below all text, in their order, and on the paper. */
function expectNotesAtFeet(pages: readonly (readonly Line[])[], all: readonly number[]): void {
  const seen: number[] = [];
  for (const lines of pages) {
    const notes = lines.filter(isNote);
    const text = lines.filter((line) => !isNote(line) && line.y > 72 && line.y < 792 - 60);
    expect(numbersIn(notes, "#")).toEqual(numbersIn(text, "@").toSorted((a, b) => a - b));
    seen.push(...numbersIn(notes, "#"));
    if (notes.length === 0) continue;
    const highest = Math.max(...notes.map(({ y }) => y));
    expect(Math.min(...text.filter(({ text: words }) => words.trim() !== "").map(({ y }) => y))).toBeGreaterThan(
      highest + 18,
    );
    const baselines = notes.map(({ y }) => y).toSorted((a, b) => b - a);
    for (const [index, y] of baselines.entries())
      if (index > 0) expect((baselines[index - 1] ?? 0) - y).toBeGreaterThan(9);
    expect(baselines.at(-1)).toBeGreaterThan(72);
    expect(baselines.at(-1)).toBeLessThan(72 + 16);
  }
  expect(seen.toSorted((a, b) => a - b)).toEqual(all);
}

describe("notes at the foot of the page", () => {
  let printed: Printed;
  let paragraphs = 0;

  beforeAll(async () => {
    const { words, cite, notes, add } = writer();
    const parts: string[] = ["---\nnotes: foot\n---\n\n# Title\n"];
    const paragraph = (length: number, cites: readonly number[]): void => {
      paragraphs += 1;
      const text = words(length, paragraphs).split(" ");
      for (const at of cites) text[at] += cite(at % 3 === 0 ? 40 : 5);
      parts.push(`${text.join(" ")}.\n`);
    };
    for (let section = 1; section <= 6; section += 1) {
      parts.push(`## Section ${section}${section === 4 ? cite().replace(/@\d+@/, "") : ""}\n`);
      paragraph(190, [11, 100, 151]);
      paragraph(20, []);
      paragraph(150, [141]);
      paragraph(90, [3, 50]);
    }
    const rows = Array.from(
      { length: 40 },
      (_, row) => `| ${row} | ${words(4, row)}${row % 9 === 4 ? cite(12) : ""} |`,
    );
    parts.push(`| A | B |\n| - | - |\n${rows.join("\n")}\n`);
    parts.push(`- ${words(40)}${cite()}\n- ${words(70)}${cite(30)}\n`);
    parts.push(`> [!NOTE]\n> ${words(60)}${cite()}\n`);
    paragraph(60, [20]);
    parts.push("Again[^2] the second.\n\nWith[^deep] a note of a note.\n\nLast[^tall] of all.\n");
    paragraphs += 3;
    add(`[^deep]: #46# deep, see[^deeper].\n\n[^deeper]: #48# deeper.`);
    add(`[^tall]: Tall. ${words(1_300)}.`);
    printed = await printText(`${parts.join("\n")}\n${notes()}\n`);
  }, 120_000);

  test("each is on the page of its reference, below all text, without overlaps", () => {
    const end = printed.lines.findLastIndex((lines) => lines.some((line) => line.text === "Notes"));
    expect(end).toBeGreaterThan(8);
    expectNotesAtFeet(
      printed.lines.slice(0, end).map((lines) => lines.map(marked)),
      [...upTo(46), 48],
    );
  });

  test("a paragraph across pages is one paragraph, and each note is read after its reference", () => {
    const text = printed.elements.filter((element) => element.type === "P" && !isIn(element, "Note"));
    expect(text.filter(isPlain)).toHaveLength(paragraphs);
    expect(text.filter((element) => pagesOf(element).size > 1).length).toBeGreaterThan(4);
    let last: StructureElement | undefined;
    const pending: string[] = [];
    // Notes that have been read, and the one at the end.
    const deferred = new Set(["note.47"]);
    for (const element of printed.elements) {
      if (/^(?:P|H\d|LI|TD)$/.test(element.type) && !isIn(element, "Note")) {
        if (element.type !== "TD" || !last || !isIn(element, "TD")) expect(pending).toEqual([]);
        last = element;
      }
      if (element.type === "Reference" && !isIn(element, "Note"))
        pending.push(...targetsIn(element).filter((id) => /^note\.\d+$/.test(id) && !deferred.has(id)));
      if (element.type !== "Note") continue;
      const id = (element.dict.lookup(PDFName.of("ID")) as PDFString).decodeText();
      deferred.add(id);
      pending.splice(0, pending.length, ...pending.filter((candidate) => candidate !== id));
    }
    expect(printed.elements.filter(({ type }) => type === "Note")).toHaveLength(48);
  });

  test("the contents list knows the pages, and no section is left for notes but that of the one that is too long", async () => {
    const { texts, outline } = await openPdf(printed.bytes);
    const pages = new Map(outline.map(({ title, page }) => [title, page]));
    for (let section = 1; section <= 6; section += 1) {
      const title = `Section ${section}`;
      const page =
        printed.lines.findIndex((lines, index) =>
          lines.some(({ text }) => text.startsWith(title) && (index > 0 || section === 1)),
        ) + 1;
      expect(pages.get(title)).toBe(page);
      expect(texts[0]).toMatch(new RegExp(`${title}\\s+${page}\\b`));
    }
    expect(pages.has("Notes")).toBe(true);
    expect(printed.rules).toEqual([
      "footnotesPlaced: Footnote 47 is printed at the end: it does not fit on the page that refers to it.",
    ]);
    expect(texts.join("")).toContain("47.");
  });

  test("a repeated reference on another page names the page of its note", async () => {
    const { words } = await openPdf(printed.bytes);
    const page = printed.lines.findIndex((lines) => lines.some(({ text }) => text.includes("#2#"))) + 1;
    expect(words.join("")).toMatch(new RegExp(`Again2 \\(page\\s${page}\\) the second`));
  });
});

test("beside the text, each note begins at the line that refers to it or below the note before it", async () => {
  const { words, cite, notes } = writer();
  const text = Array.from({ length: 6 }, () => `${words(50)}${cite(9)} ${words(20)}${cite(4)} ${words(30)}.`).join(
    "\n\n",
  );
  const { lines, elements, rules } = await printText(`---\nnotes: side\n---\n\n# T\n\n${text}\n\n${notes()}\n`);
  expect(rules).toEqual([]);
  expect(elements.filter(({ type }) => type === "Note")).toHaveLength(12);
  for (const page of lines) {
    const beside = page.filter(({ text: line }) => line.includes("#"));
    const referring = page.filter(({ text: line }) => line.includes("@"));
    expect(numbersIn(beside, "#")).toEqual(expect.arrayContaining(numbersIn(referring, "@")));
    for (const number of numbersIn(referring, "@")) {
      const first = beside.find(({ text: line }) => line.includes(`#${number}#`))?.y ?? 0;
      const line = referring.find(({ text: content }) => content.includes(`@${number}@`))?.y ?? 0;
      expect(line - first).toBeGreaterThan(-8);
    }
  }
});

test("at the end, each note names the page of its reference where that is another one", async () => {
  const { words, cite, notes } = writer();
  const { lines } = await printText(
    `# T\n\n${words(200)}${cite()}.\n\n## Two {.new-page}\n\n${words(20)}${cite()}.\n\n${notes()}\n`,
  );
  const found = lines
    .flat()
    .map(({ text }) => text)
    .filter((text) => text.includes("↑"));
  expect(found[0]).toMatch(/↑ \(page\s1\)/);
  expect(found[1]).not.toContain("page");
});

test("from right to left too, notes are at the foot, on pages of any paper size", async () => {
  const text = (number: number): string => `${"النص الطويل في الصفحة ".repeat(60)}[^${number}]`;
  const source = `---\nlanguage: ar\nnotes: foot\ntemplate: { name: handout, options: { paper: A4 } }\n---\n\n# عنوان\n\n${[1, 2, 3, 4].map(text).join("\n\n")}\n\n${[1, 2, 3, 4].map((number) => `[^${number}]: note${number}`).join("\n\n")}\n`;
  const { lines, rules } = await printText(source);
  expect(rules).toEqual([]);
  const notes = lines.flat().filter((line) => /note\d/.test(line.text));
  expect(notes).toHaveLength(4);
  for (const { y } of notes) expect(y).toBeLessThan(76 + 3 * 20);
});

/** The references that follow no mark: of a heading, whose words are in the contents list too, and of the last notes. */
function marked(line: Line): Line {
  if (line.text === "Section 419") return { ...line, text: "@19@" };
  return line.text.startsWith("With46") ? { ...line, text: "@46@@48@" } : line;
}

function isIn(element: StructureElement, type: string): boolean {
  for (let parent = element.parent; parent; parent = parent.parent) if (parent.type === type) return true;
  return false;
}

/** A paragraph of the running text. */
function isPlain(element: StructureElement): boolean {
  return !["TD", "TH", "LBody", "Aside", "BlockQuote", "Caption"].some((type) => isIn(element, type));
}

/** The pages of the content of an element and of all that is in it. */
function pagesOf({ dict, children }: StructureElement): Set<unknown> {
  const kids = dict.lookup(PDFName.of("K"));
  const list = kids instanceof PDFArray ? kids.asArray().map((kid) => dict.context.lookup(kid)) : [kids];
  const own = list.flatMap((kid) => {
    if (kid instanceof PDFNumber) return [dict.get(PDFName.of("Pg"))];
    return kid instanceof PDFDict && kid.get(PDFName.of("Type")) === PDFName.of("MCR")
      ? [kid.get(PDFName.of("Pg")) ?? dict.get(PDFName.of("Pg"))]
      : [];
  });
  return new Set([...own, ...children.flatMap((child) => [...pagesOf(child)])]);
}

/** The ids that the links in an element lead to. */
function targetsIn({ dict, children }: StructureElement): string[] {
  const kids = dict.lookup(PDFName.of("K"));
  const list = kids instanceof PDFArray ? kids.asArray().map((kid) => dict.context.lookup(kid)) : [];
  const own = list.flatMap((kid) => {
    const annotation = kid instanceof PDFDict ? kid.lookup(PDFName.of("Obj")) : undefined;
    const name = annotation instanceof PDFDict ? annotation.lookup(PDFName.of("Dest")) : undefined;
    return name instanceof PDFName ? [name.decodeText()] : [];
  });
  return [...own, ...children.flatMap(targetsIn)];
}
