import { expect, test } from "vitest";
import { checkPageBudget } from "../../../src/formats/pdf/check/page-budget.ts";
import type { EditionName } from "../../../src/model/edition.ts";
import type { Publication } from "../../../src/model/publication.ts";
import { printDiagnostics, prepareSource } from "../../support/prepare.ts";
import { temporaryFolder } from "../../support/temporary.ts";
import { worldIn } from "../../support/world.ts";

async function publicationOf(most: string): Promise<Publication> {
  const text = `---\ntitle: T\nlanguage: en\npages: { most: ${most} }\n---\n\n## One\n\nA.\n\n## Two\n\nB.\n\n## Three\n\nC.\n`;
  const prepared = await prepareSource(worldIn(await temporaryFolder({ "article.md": text })), ".");
  if (!prepared.ok) throw new Error(printDiagnostics(prepared.diagnostics));
  return prepared.value;
}

const positions = new Map(
  [
    ["one", 1],
    ["two", 2],
    ["three", 5],
  ].map(([id, page]) => [id as string, { page: page as number, top: 0, left: 0 }]),
);

const check = async (most: string, edition: EditionName): Promise<string> =>
  printDiagnostics(checkPageBudget(await publicationOf(most), edition, { pages: 5, positions, file: "t/t.pdf" }));

test("an edition with more pages than are allowed: what stands behind them, and what is longest", async () => {
  expect(await check("4", "handout")).toBe(
    "t/t.pdf warning pageBudget The edition has 5 pages, and 4 are allowed. Behind page 4: “Three”. " +
      "(Shorten what is longest: “Two” (from page 2, 4 pages); “One” (from page 1, 2 pages); “Three” (from page 5, 1 pages); " +
      'or ask for two columns: template: { options: { columns: "2" } }.)\n',
  );
});

test("a number is for the handouts; other designs are named", async () => {
  expect(await check("5", "handout")).toBe("");
  expect(await check("4", "handout-a4")).not.toBe("");
  expect(await check("4", "large-print")).toBe("");
  expect(await check("{ large-print: 4 }", "large-print")).not.toBe("");
  expect(await check("{ large-print: 4 }", "handout")).toBe("");
});
