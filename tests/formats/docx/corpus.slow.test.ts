import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import type { Artifact } from "../../../src/model/artifact.ts";
import { build } from "../../../src/pipeline/build.ts";
import { dense } from "../../support/edition-text.ts";
import { printDiagnostics } from "../../support/prepare.ts";
import { wordText } from "../../support/word-text.ts";
import { worldIn } from "../../support/world.ts";

// Every document of the corpus as a Word document, which passes its own checks: headings, descriptions of pictures, heads of
// tables, notes and the language are those of the web page.

const corpus = join(import.meta.dirname, "../../corpus");
const languages = readdirSync(join(corpus, "languages")).filter((name) => !name.includes("."));
const documents = [
  ...readdirSync(corpus).filter((name) => /\.(?:md|mdx|qmd|Rmd|txt)$/.test(name)),
  ...languages.map((name) => `languages/${name}`),
];

async function make(name: string): Promise<readonly Artifact[]> {
  const request = { sources: [name], editions: ["web", "docx"] as const, config: {}, toolVersion: "0.0.0" };
  const outcome = await build(worldIn(corpus), { ...request, pageList: false });
  if (!outcome.ok) throw new Error(printDiagnostics(outcome.diagnostics));
  expect(printDiagnostics(outcome.diagnostics.filter(({ severity }) => severity === "error"))).toBe("");
  return outcome.value.flatMap(({ artifacts }) => artifacts);
}

describe.each(documents)("%s", (name) => {
  test("has the same text as the web page", async () => {
    const [page, word] = await make(name);
    if (!page || !word) throw new Error("Not made.");
    const text = wordText(word);
    const web = pageParts(page);
    expect(text.language).toBe(web.language);
    expect(text.headings.map(dense)).toEqual(web.headings.map(dense));
    expect(text.descriptions).toEqual(web.descriptions);
    expect(text.headRows).toEqual(web.headRows);
    expect(text.footnotes).toBe(web.footnotes);
  });
});

/** The same of a web page. */
function pageParts(page: Artifact) {
  const tree = fromHtml(new TextDecoder().decode(page.bytes));
  const found = {
    language: "",
    headings: [] as string[],
    descriptions: [] as string[],
    headRows: [] as number[],
    footnotes: 0,
  };
  const addMain = (node: Element): void =>
    visit(node, "element", (element) => {
      // Notes, which have a section of their own there.
      if (element.properties["role"] === "doc-endnotes") {
        visit(element, { type: "element", tagName: "li" }, () => void (found.footnotes += 1));
        return SKIP;
      }
      const level = /^h([2-6])$/.exec(element.tagName)?.[1];
      if (level !== undefined) found.headings.push(`${Number(level) - 1} ${toString(element)}`);
      if (element.tagName === "img" && element.properties["alt"])
        found.descriptions.push(String(element.properties["alt"]));
      if (element.tagName === "table") {
        let heads = 0;
        visit(element, { type: "element", tagName: "thead" }, (head: Element) => {
          heads += head.children.filter((child) => child.type === "element").length;
        });
        found.headRows.push(heads);
      }
      return undefined;
    });
  visit(tree, "element", (node) => {
    if (node.tagName === "html") found.language = String(node.properties["lang"]);
    if (node.tagName === "main") addMain(node);
  });
  return found;
}
