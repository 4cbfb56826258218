import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { build } from "../src/pipeline/build.ts";
import { webText } from "./support/edition-text.ts";
import { printDiagnostics } from "./support/prepare.ts";
import { sourceWords } from "./support/source-words.ts";
import { datedWorldIn } from "./support/world.ts";

// Documents in the style of other tools, written for this project. Each gives a web page at the first try, and no word of
// its text is lost. `corpus.slow.test.ts` compares the e-book and the PDF with the web page. Words that the page must not
// contain are in `left-out.json`: names of classes, options, comments, programs. Read what you add there.

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
    const request = { sources: [name], editions: ["web"] as const, config: {}, toolVersion: "0.0.0" };
    const outcome = await build(datedWorldIn(folder), request);
    if (!outcome.ok) throw new Error(printDiagnostics(outcome.diagnostics));
    expect(printDiagnostics(outcome.diagnostics.filter(({ severity }) => severity === "error"))).toBe("");
    const [page] = outcome.value.flatMap(({ artifacts }) => artifacts);
    if (!page) throw new Error("The page was not made.");
    const visible = webText(page).toLowerCase() + alternatives(new TextDecoder().decode(page.bytes));
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
