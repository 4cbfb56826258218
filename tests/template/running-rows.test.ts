import { describe, expect, test } from "vitest";
import { toMetadata } from "../../src/config/metadata.ts";
import { messagesFor } from "../../src/i18n/messages.ts";
import type { ContentsEntry, Publication } from "../../src/model/publication.ts";
import { titlesOfPages } from "../../src/formats/pdf/compose/page-titles.ts";
import type { Sheet } from "../../src/formats/pdf/compose/papers.ts";
import { runningRows } from "../../src/formats/pdf/compose/running-head-rows.ts";
import { partsOf } from "../../src/formats/pdf/compose/running-parts.ts";
import { metadataView } from "../../src/template/view.ts";
import { loadHandout } from "../support/handout.ts";

const view = metadataView(
  toMetadata({ title: "The book of trees", review: { checked: "2026-05-01" } }, ""),
  (await loadHandout()).options,
  messagesFor("en"),
);
const sheet: Sheet = { size: "", top: "", bottom: "", inner: "", outer: "", number: "foot" };
const entry = (id: string, title: string, children: ContentsEntry[] = []): ContentsEntry => ({
  id,
  title,
  depth: 2,
  children,
});

const chapter = (slug: string, part?: string | null) => ({
  slug,
  language: "en",
  title: `The ${slug}`,
  titleContent: [],
  ...(part !== undefined && { part }),
  body: { type: "root" as const, children: [] },
  contents: [entry(`${slug}.wood`, `Wood of ${slug}`)],
});
const book = {
  metadata: view,
  chapters: [chapter("oak", "Broadleaves"), chapter("pine", "Conifers")],
  backMatter: [],
} as unknown as Publication;

const at = (page: number, top: number) => ({ page, top, left: 0 });

describe("the section of a page", () => {
  const positions = new Map([
    ["oak.offprint.part", at(2, 0)],
    ["oak", at(2, 60)],
    ["oak.wood", at(4, 300)],
    ["pine.offprint.part", at(6, 0)],
    ["pine", at(6, 60)],
    ["pine.wood", at(7, 20)],
    ["links", at(8, 300)],
  ]);

  test("in columns is the last one before the page in the order of the text, not the lowest", () => {
    const columns = new Map([
      ["oak", at(1, 0)],
      ["oak.wood", at(1, 500)],
      ["pine", { page: 1, top: 80, left: 260 }],
      ["pine.wood", { page: 3, top: 0, left: 260 }],
    ]);
    const named = titlesOfPages(book, [], columns, 4).map(
      ({ chapter: contentsEntry, section }) => section?.title ?? contentsEntry?.title,
    );
    expect(named).toEqual(["The oak", "The pine", "The pine", "Wood of pine"]);
  });

  test("is the one in force where the page begins, of parts, chapters and sections", () => {
    const named = titlesOfPages(book, [entry("links", "Links")], positions, 9).map(
      ({ chapter: contentsEntry, section }) => `${contentsEntry?.title ?? "-"}, ${section?.title ?? "-"}`,
    );
    expect(named).toEqual([
      "-, -",
      "Broadleaves, -",
      "The oak, -",
      "The oak, -",
      "The oak, Wood of oak",
      "Conifers, -",
      "The pine, Wood of pine",
      "The pine, Wood of pine",
      "-, Links",
    ]);
  });
});

const texts = (number: Sheet["number"], section: string) =>
  runningRows(view, { ...sheet, number }, [{}, { section: entry("s", section) }, { section: entry("s", section) }]).map(
    ({ page, kind, start, end }) => `${page} ${kind}: ${start?.text ?? ""} | ${end?.text ?? ""}`,
  );

describe("heads and feet", () => {
  test("of loose sheets name title and section", () => {
    expect(texts("foot", "Oaks").slice(0, 3)).toEqual([
      "1 foot: Checked on May 1, 2026 | Page 1 of 3",
      "2 head: The book of trees | Oaks",
      "2 foot: Checked on May 1, 2026 | Page 2 of 3",
    ]);
  });

  test("of pages like a book's mirror each other", () => {
    expect(texts("outer foot", "Oaks").slice(1)).toEqual([
      "2 head: The book of trees | ",
      "2 foot: Page 2 of 3 | Checked on May 1, 2026",
      "3 head:  | Oaks",
      "3 foot: Checked on May 1, 2026 | Page 3 of 3",
    ]);
  });

  test("may have the number above", () => {
    expect(texts("head", "Oaks").slice(0, 4)).toEqual([
      "1 head:  | Page 1 of 3",
      "1 foot: Checked on May 1, 2026 | ",
      "2 head: Oaks | Page 2 of 3",
      "2 foot: Checked on May 1, 2026 | ",
    ]);
  });

  test("do not say the title twice", () => {
    expect(texts("foot", "The book of trees")[1]).toBe("2 head: The book of trees | ");
  });
});

test.each([
  ["The Impact of Step 1", "en", ["The", " ", "Impact", " ", "of", " ", "Step", " ", "1"]],
  ["الطرق التي", "ar", ["الطرق", " ", "التي"]],
  // Boxes would change the order of a text in two directions.
  ["تأثير USMLE Step 1", "ar", ["تأثير USMLE Step 1"]],
  ["الفصل 12", "ar", ["الفصل 12"]],
  ["ภาษาไทย ง่าย", "th", ["ภาษา", "ไทย", " ", "ง่าย"]],
  // A word that could fill half of a line is truncated inside, and so is a text without spaces.
  ["Rindfleischetikettierungsüberwachung heute", "de", ["Rindfleischetikettierungsüberwachung heute"]],
  ["执照考试的影响", "zh", ["执照考试的影响"]],
])("%s is truncated between its words", (text, language, parts) => {
  expect(partsOf(text, language)).toEqual(parts);
});
