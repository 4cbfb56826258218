import { readdirSync } from "node:fs";
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import { expect, test } from "vitest";
import { build } from "../src/pipeline/build.ts";
import { epubcheck, judge } from "./support/epubcheck.ts";
import { openPage } from "./support/open-page.ts";
import { printDiagnostics } from "./support/prepare.ts";
import { worldIn } from "./support/world.ts";

// What others' checkers say of every document of the corpus, in the syntax of many tools and in many languages; the books in
// many languages are checked in `corpus-languages.slow.test.ts`.

const folder = join(import.meta.dirname, "corpus");
const languages = readdirSync(join(folder, "languages")).filter((name) => !name.includes("."));
const documents = readdirSync(folder).filter((name) => /\.(?:md|mdx|qmd|Rmd|txt)$/.test(name));
const inLanguages = languages.map((name) => join("languages", name));

async function made(source: string, edition: "web" | "ebook"): Promise<Uint8Array> {
  const request = { sources: [source], editions: [edition] as const, config: {}, toolVersion: "0.0.0" };
  const outcome = await build(worldIn(folder), { ...request, pageList: false });
  const [artifact] = outcome.ok ? outcome.value.flatMap(({ artifacts }) => artifacts) : [];
  if (!artifact) throw new Error(printDiagnostics(outcome.diagnostics));
  return artifact.bytes;
}

test.each([...documents, ...inLanguages])("axe has nothing against the page of %s", async (source) => {
  const page = await openPage(new TextDecoder().decode(await made(source, "web")), { width: 768, height: 1024 });
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
});

test.each(documents)(`${judge} has nothing against the book of %s`, async (source) => {
  expect(await epubcheck(await made(source, "ebook"))).toEqual([]);
});
