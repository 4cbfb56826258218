import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { build } from "../src/pipeline/build.ts";
import { bookText, webText } from "./support/edition-text.ts";
import { printDiagnostics } from "./support/prepare.ts";
import { sourceWords } from "./support/source-words.ts";
import { datedWorldIn } from "./support/world.ts";

// Documents as people write them with other tools, written for this project. Each gives files at the first try, no word
// of its text is lost, and the web page and the book say the same. What is not to be read in the files stands in
// `left-out.json`: names of classes, options, comments, programs. Read what you add there.

const folder = join(import.meta.dirname, "corpus");
const leftOut = JSON.parse(readFileSync(join(folder, "left-out.json"), "utf8")) as Readonly<Record<string, string[]>>;
const documents = readdirSync(folder).filter((name) => /\.(?:md|mdx|qmd|Rmd|txt)$/.test(name));

const update = process.env["UPDATE_CASES"] === "1";
const found: Record<string, string[]> = {};

afterAll(() => {
  if (!update) return;
  const lines = Object.entries(found)
    .filter(([, words]) => words.length > 0)
    .map(([name, words]) => `  ${JSON.stringify(name)}: ${JSON.stringify(words)}`);
  writeFileSync(join(folder, "left-out.json"), `{\n${lines.join(",\n")}\n}\n`);
});

describe("corpus", () => {
  test("has at least forty documents", () => {
    expect(documents.length).toBeGreaterThanOrEqual(40);
  });

  test.each(documents)("%s", async (name) => {
    const request = { sources: [name], editions: ["web", "ebook"] as const, config: {}, toolVersion: "0.0.0" };
    const outcome = await build(datedWorldIn(folder), { ...request, pageList: false });
    if (!outcome.ok) throw new Error(printDiagnostics(outcome.diagnostics));
    expect(printDiagnostics(outcome.diagnostics.filter(({ rule }) => rule === "formatsAgree"))).toBe("");
    expect(printDiagnostics(outcome.diagnostics.filter(({ severity }) => severity === "error"))).toBe("");
    const [page, book] = outcome.value.flatMap(({ artifacts }) => artifacts);
    if (!page || !book) throw new Error("The page or the book was not made.");
    const text = webText(page);
    expect(bookText(book)).toBe(text);
    const visible = text.toLowerCase() + alternatives(new TextDecoder().decode(page.bytes));
    const lost = sourceWords(readFileSync(join(folder, name), "utf8")).filter((word) => !visible.includes(word));
    if (update) found[name] = lost;
    else expect(lost).toEqual(leftOut[name] ?? []);
  });
});

/** What is read out, or shown where the page is: alternative texts, labels, the title. */
function alternatives(html: string): string {
  const values = html.matchAll(
    /(?:alt|aria-label|title|href|content|id)="([^"]*)"|<(?:h1|title|p class="[^"]*")[^>]*>([^<]*)/g,
  );
  return Array.from(values, ([, value, text]) => (value ?? text ?? "").toLowerCase().replaceAll(/\s+/g, "")).join(" ");
}
