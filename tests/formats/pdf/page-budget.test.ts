import { expect, test } from "vitest";
import { checkPageBudget } from "../../../src/formats/pdf/check/page-budget.ts";
import type { EditionName } from "../../../src/model/edition.ts";
import type { Publication } from "../../../src/model/publication.ts";
import { printDiagnostics, prepareSource } from "../../support/prepare.ts";
import { temporaryFolder } from "../../support/temporary.ts";
import { worldIn } from "../../support/world.ts";

async function publicationOf(most: string): Promise<Publication> {
  const body =
    "## One\n\nA first paragraph.\n\n- A list\n\n## Two\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n## Three\n\n> A last one.\n";
  const text = `---\ntitle: T\nlanguage: en\npages: { most: ${most} }\n---\n\n${body}`;
  const prepared = await prepareSource(worldIn(await temporaryFolder({ "article.md": text })), ".");
  if (!prepared.ok) throw new Error(printDiagnostics(prepared.diagnostics));
  return prepared.value;
}

/** Of the headings and blocks in their order: the paragraph, the item, the rows, the quoted paragraph. */
const places: readonly (readonly [id: string, page: number, top: number])[] = [
  ["one", 1, 0],
  ["offprint.b2", 1, 60],
  ["offprint.b3", 1, 120],
  ["two", 2, 0],
  ["offprint.b5", 2, 300],
  ["offprint.b6", 3, 0],
  ["three", 4, 300],
  ["offprint.b8", 5, 0],
  ["offprint.links", 5, 450],
];
const positions = new Map(places.map(([id, page, top]) => [id, { page, top, left: 0 }]));
const area = { height: 600, width: 400, columns: 1 };

const check = async (most: string, edition: EditionName): Promise<string> =>
  printDiagnostics(checkPageBudget(await publicationOf(most), edition, { pages: 5, positions, area, file: "t/t.pdf" }));

test("an edition over its page limit: the blocks beyond it, and the largest savings", async () => {
  expect(await check("4", "handout")).toBe(
    "article.md:21:1 warning pageBudget The edition has 5 pages, and 4 are allowed. " +
      "Beyond page 4: quotation “A last one.” (article.md:21, 1 page). (t/t.pdf) " +
      "(What saves most: shorten the table “A B 1 2” (article.md:15, 2.5 pages); " +
      "shorten the list “A list” (article.md:11, 1.3 pages); shorten the quotation “A last one.” (article.md:21, 1 page); " +
      'leave out the list of links (0.3 pages) with "links: none"; ' +
      'ask for two columns, about half of all pages, with template: { options: { columns: "2" } }.)\n',
  );
});

test("in two columns, side notes follow the text", async () => {
  const beside = new Map([...positions, ["offprint.b3", { page: 1, top: 0, left: 210 }]]);
  const printed = { pages: 5, positions: beside, area: { ...area, columns: 2 }, file: "t/t.pdf" };
  const [found] = checkPageBudget(await publicationOf("4"), "handout", printed);
  expect(found?.hint).toContain("“A list” (article.md:11, 0.8 pages)");
  expect(found?.hint).not.toContain("columns");
});

test("a number is for the handouts; other designs are named", async () => {
  expect(await check("5", "handout")).toBe("");
  expect(await check("4", "handout-a4")).not.toBe("");
  expect(await check("4", "large-print")).toBe("");
  expect(await check("{ large-print: 4 }", "large-print")).not.toBe("");
  expect(await check("{ large-print: 4 }", "handout")).toBe("");
});
