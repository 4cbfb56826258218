import { readdirSync } from "node:fs";
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import { expect, test } from "vitest";
import { build } from "../src/pipeline/build.ts";
import { epubcheck, judge } from "./support/epubcheck.ts";
import { openPage } from "./support/open-page.ts";
import { printDiagnostics } from "./support/prepare.ts";
import { datedWorldIn } from "./support/world.ts";

// What others' checkers say of every document of the corpus, in the syntax of many tools and in many languages; the books in
// many languages are checked in `corpus-languages.slow.test.ts`.

const folder = join(import.meta.dirname, "corpus");
const languages = readdirSync(join(folder, "languages")).filter((name) => !name.includes("."));
const documents = readdirSync(folder).filter((name) => /\.(?:md|mdx|qmd|Rmd|txt)$/.test(name));
const inLanguages = languages.map((name) => join("languages", name));

async function made(source: string, edition: "web" | "ebook") {
  const request = { sources: [source], editions: [edition] as const, config: {}, toolVersion: "0.0.0" };
  const outcome = await build(datedWorldIn(folder), { ...request, pageList: false });
  const [artifact] = outcome.ok ? outcome.value.flatMap(({ artifacts }) => artifacts) : [];
  if (!artifact) throw new Error(printDiagnostics(outcome.diagnostics));
  return { bytes: artifact.bytes, rules: outcome.diagnostics.map(({ rule }) => rule) };
}

/** What axe finds where an author skipped a level or left a header empty, which a warning has told the author. */
const exceptions: Readonly<Record<string, string>> = {
  "heading-order": "headingOrder",
  "empty-table-header": "tableHasHeader",
};

test.each([...documents, ...inLanguages])(
  "axe finds nothing on the page of %s beyond the expected warnings",
  async (source) => {
    const { bytes, rules } = await made(source, "web");
    const page = await openPage(new TextDecoder().decode(bytes), { width: 768, height: 1024 });
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
    const untold = violations.filter(({ id }) => !rules.includes(exceptions[id] ?? ""));
    expect(untold.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  },
);

test.each(documents)(`${judge} has nothing against the book of %s`, async (source) => {
  expect(await epubcheck((await made(source, "ebook")).bytes)).toEqual([]);
});
