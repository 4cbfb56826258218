import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PdfStandard } from "../../../src/model/pdf-standard.ts";
import { tracer } from "../../../src/model/trace.ts";
import type { Browser } from "../../../src/model/browser.ts";
import { checks, checksFor } from "../../../src/formats/pdf/check/checks.ts";
import { openFile } from "../../../src/formats/pdf/check/open-file.ts";
import { verifyPdf } from "../../../src/formats/pdf/check.ts";
import { fileMutations } from "../../support/pdf-mutations/file.ts";
import { fontMutations } from "../../support/pdf-mutations/fonts.ts";
import { graphicsMutations } from "../../support/pdf-mutations/graphics.ts";
import { metadataMutations } from "../../support/pdf-mutations/metadata.ts";
import { mutate, type Mutation } from "../../support/pdf-mutations/mutation.ts";
import { pageObjectMutations } from "../../support/pdf-mutations/page-objects.ts";
import { structureMutations } from "../../support/pdf-mutations/structure.ts";
import { ua2Mutations } from "../../support/pdf-mutations/ua-2.ts";
import { openBrowser, preparePrinting, print, type Printing } from "../../support/print-pdf.ts";

const text = `---
title: Small but whole
authors: [{ name: Somebody }]
date: 2026-11-01
language: en
description: An article with one of each.
keywords: [one, two]
---

A paragraph with *emphasis*, **weight**, [a link](https://example.org), [another](#two) and a note.[^one] And one more.[^two]

## One

- First
- Second

| Year | Rate |
| ---- | ---- |
| 2024 | 70 % |
| 2025 | 72 % |

## Two

> A quotation.

![A blue rectangle](blue.png)

[^one]: The first note.
[^two]: The second note.
`;

const mutations: readonly Mutation[] = [
  ...fileMutations,
  ...graphicsMutations,
  ...fontMutations,
  ...structureMutations,
  ...pageObjectMutations,
  ...metadataMutations,
  ...ua2Mutations,
];

const started: { browser?: Browser; printing?: Printing } = {};
const sound = new Map<PdfStandard, Uint8Array>();
let raw = new Uint8Array();

beforeAll(async () => {
  const background = { r: 31, g: 95, b: 139 };
  const blue = await sharp({ create: { width: 32, height: 18, channels: 3, background } })
    .png()
    .toBuffer();
  const printing = await preparePrinting({ "article.md": text, "blue.png": new Uint8Array(blue) });
  const browser = await openBrowser();
  Object.assign(started, { browser, printing });
  for (const standard of ["ua-1", "ua-2"] as const) {
    sound.set(standard, (await print(printing, browser, standard)).bytes);
  }
  const page = printing.compose();
  if (page.ok) raw = new Uint8Array(await browser.print(page.value.content));
});

afterAll(() => started.browser?.close());

function expectation(changes: Partial<Printing["expectation"]> = {}): Printing["expectation"] {
  if (!started.printing) throw new Error("Nothing has been prepared.");
  return { ...started.printing.expectation, ...changes };
}

function soundFile(standard: PdfStandard): Uint8Array {
  const bytes = sound.get(standard);
  if (!bytes) throw new Error("Nothing has been printed.");
  return bytes;
}

/** The checkpoints that a file raises. */
async function raised(bytes: Uint8Array, standard: PdfStandard): Promise<string[]> {
  const file = await openFile(bytes, expectation(), standard);
  return checksFor(standard).flatMap(({ checkpoint, find }) => (find(file).length > 0 ? [checkpoint] : []));
}

async function messages(bytes: Uint8Array, changes: Partial<Printing["expectation"]> = {}): Promise<string> {
  const diagnostics = await verifyPdf(bytes, {
    file: "article.pdf",
    standard: "ua-1",
    expectation: expectation(changes),
  });
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`).join("\n");
}

describe("the list", () => {
  test("has each checkpoint once, under a requested standard, and describes the fault in a sentence", () => {
    const names = checks.map(({ checkpoint }) => checkpoint);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    for (const { checkpoint, clause, what } of checks) {
      expect(
        Object.values(clause).every((candidate) => candidate.length > 2) && Object.keys(clause).length > 0,
        checkpoint,
      ).toBe(true);
      expect(what, checkpoint).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("has a broken file for every entry", () => {
    const covered = new Set(mutations.flatMap(({ raises }) => raises));
    expect(checks.map(({ checkpoint }) => checkpoint).filter((checkpoint) => !covered.has(checkpoint))).toEqual([]);
  });
});

describe.each(["ua-1", "ua-2"] as const)("a sound file (%s)", (standard) => {
  test("passes, saved by us or saved again", async () => {
    expect(await raised(soundFile(standard), standard)).toEqual([]);
    const again = await mutate(soundFile(standard), { raises: [], title: "nothing", change: () => undefined });
    expect(await raised(again, standard)).toEqual([]);
  });

  test("is no file of the other standard", async () => {
    expect(await raised(soundFile(standard), standard === "ua-1" ? "ua-2" : "ua-1")).toEqual(
      expect.arrayContaining(["6.1.2-1", "06-002", "6.6.4-1"]),
    );
  });
});

describe("each broken file raises exactly its own fault:", () => {
  const named = mutations.map((mutation) => [mutation.raises.join(" "), mutation.title, mutation] as const);
  test.each(named)("%s, %s", async (_, __, mutation) => {
    const standard = mutation.standard ?? "ua-1";
    const broken = await mutate(soundFile(standard), mutation);
    expect((await raised(broken, standard)).toSorted()).toEqual([...mutation.raises].toSorted());
  });
});

test("the browser's print fails the checks without the repairs", async () => {
  expect(await raised(raw, "ua-1")).toEqual(
    expect.arrayContaining([
      "6.1.2-1",
      "6.2.4.3-2",
      "06-001",
      "page-labels",
      "publication-dates",
      "02-001",
      "09-005",
      "28-011",
      "28-012",
      "01-005",
    ]),
  );
});

describe("the text of a document", () => {
  test("names the place, the words, the checkpoint and the clause", async () => {
    const silent = structureMutations.find(({ raises }) => raises.includes("19-003"));
    if (!silent) throw new Error("There is no such mutation.");
    expect(await messages(await mutate(soundFile("ua-1"), silent))).toMatch(
      /^pdfValid: A note has no ID\. In page \d, Document > .* > Note, "The first note\. ↑"\. \(19-003; ISO 14289-1, 7\.9\)$/,
    );
  });

  test.each([
    ["19-003", "a note by its text", 28],
    ["13-004", "a picture without words by what stands before it", 24],
    ["14-003", "a heading that nobody wrote, that of the notes, by what stands before it", 26],
  ])("of %s names the line of the source: %s", async (checkpoint, _, line) => {
    const mutation = structureMutations.find(({ raises }) => raises.includes(checkpoint));
    if (!mutation || !started.printing) throw new Error("There is no such mutation.");
    const trace = tracer(started.printing.publication);
    const broken = await mutate(soundFile("ua-1"), mutation);
    const diagnostics = await verifyPdf(broken, { file: "a.pdf", standard: "ua-1", expectation: expectation(), trace });
    expect(diagnostics.map(({ file, place }) => [file, place?.line])).toEqual([["text/article.md", line]]);
    expect(diagnostics[0]?.message).toContain("In a.pdf, page ");
  });

  test("suggests a recovery for a character that no font has", async () => {
    const missing = fontMutations.find(({ raises }) => raises.includes("31-030"));
    if (!missing) throw new Error("There is no such mutation.");
    const broken = await mutate(soundFile("ua-1"), missing);
    const diagnostics = await verifyPdf(broken, { file: "a.pdf", standard: "ua-1", expectation: expectation() });
    expect(diagnostics.map(({ hint }) => hint)).toEqual([expect.stringContaining("`glyphAvailable`")]);
  });

  test("names the finished file where nothing is known of the source", async () => {
    const diagnostics = await verifyPdf(new TextEncoder().encode("Not a PDF."), {
      file: "article.pdf",
      standard: "ua-1",
      expectation: expectation(),
    });
    expect(diagnostics.map(({ file }) => file)).toEqual(["article.pdf"]);
    expect(diagnostics[0]?.message).toContain("cannot be read");
  });

  test("compares with the publication's expected order", async () => {
    const bytes = soundFile("ua-1");
    expect(await messages(bytes, { title: "Another" })).toMatch(/The dc:title is .*\n.*The title is /);
    expect(await messages(bytes, { modified: new Date(0) })).toContain("19700101");
    expect(await messages(bytes, { outline: [] })).toContain("bookmarks are not the titles");
  });
});
