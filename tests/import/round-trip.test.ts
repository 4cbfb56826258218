import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importDocument } from "../../src/import/import-document.ts";
import { offprint } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

const fixtures = join(import.meta.dirname, "fixtures");

/** Structures of `fixtures/structures.md`, each as its import must have it. */
const structures: Readonly<Record<string, readonly string[]>> = {
  "levels of headings": ["# Twenty structures\n", "## A first section\n", "### Below it\n", "#### A fourth level\n"],
  "nested lists": ["- one\n- two\n  - inner one", "    - innermost\n\n    A second paragraph of inner two.\n- three\n"],
  "first number of a list": ["3. third\n4. fourth\n   1. nested\n   2. again\n"],
  "task list": ["- [x] done\n- [ ] open\n"],
  "table with a header": ["| Name  | Size | Share |\n| --", "| Alpha |  10  |  50 % |\n"],
  alignment: ["| ----- | :--: | ----: |"],
  "cells that span": ['<th colspan="2">Both</th>', '<td rowspan="2">Left</td>'],
  "caption of a table": [":::table[Two kinds of span]"],
  "figure, caption, alternative text": ['![A blue star](PICTURE "The star of the show")'],
  footnote: ["A note stands here.[^1]", "[^1]: The note has _emphasis_ and a [link](https://example.org/note)."],
  "link within": ["[the second section](#a-second-section), [the picture](#star)", "{#star}"],
  "link to the web": ["[a page on the web](https://example.org/a?b=1"],
  "block of code": ["\ndef area(r):\n    if r < 0:\n\n        return None\n    return 3.14 * r ** 2\n```"],
  "inline code": ["`inline code`"],
  "emphasis and the like": ["_emphasis_, **strength**, ~~a deletion~~, H<sub>2</sub>O, x<sup>3</sup>"],
  quotation: ["> A quotation of one paragraph.\n>\n> And its second paragraph.\n"],
  "definition list": ["Term one\n:   What the first term means.\n\nTerm two\n:   What the second term means.\n"],
  formula: ["$x^2 + y_1 = \\frac{a}{b}$", "$$\n\\sum_{i = 1}^n x_i = \\int_0^{\\infty} \\sqrt{t}\\, dt\n$$"],
  "line break": ["A line ends here\\\nand goes on in the next one."],
  "page break": ["::page-break\n\n## The last section"],
  "another language": ["The sign says :span[salida de emergencia]{lang=es}."],
  "special characters": [
    "“Quotes” — and signs: 5 < 6 & 7 > 3, _\\*stars\\*_, an underscore_in_a_word, a \\$ sign and 50 %.",
  ],
};

/** What the files of other programs do not say, or say in a way that cannot be told from something else. */
const absent: Readonly<Record<string, readonly string[]>> = {
  "pandoc.html": ["page break"],
  "libreoffice.html": [
    "nested lists",
    "task list",
    "caption of a table",
    "figure, caption, alternative text",
    "link within",
    "quotation",
    "definition list",
    "formula",
    "another language",
  ],
  "libreoffice.docx": [],
  "pandoc.docx": [
    "cells that span",
    "caption of a table",
    "figure, caption, alternative text",
    "page break",
    "another language",
  ],
};

async function read(name: string, bytes: Uint8Array): Promise<string> {
  const outcome = await importDocument(name, bytes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value.markdown.replaceAll(/\]\([^)\s]*\.png /g, "](PICTURE ");
}

/** The names of the structures that are not there as they were. */
function missingIn(text: string): string[] {
  return Object.entries(structures).flatMap(([name, parts]) =>
    parts.every((part) => text.includes(part)) ? [] : [name],
  );
}

async function built(): Promise<string> {
  const names = ["structures.md", "star.png"];
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(fixtures, name))] as const));
  const folder = await temporaryFolder(Object.fromEntries(files));
  await offprint(folder, ["build", "structures.md", "--edition", "docx,web"]);
  return folder;
}

test("our Word edition comes back as it was", async () => {
  const bytes = await readFile(join(await built(), "dist/structures/structures.docx"));
  expect(missingIn(await read("structures.docx", bytes))).toEqual([]);
});

test.each(Object.entries(absent))("%s round-trips with all its content", async (name, unsaid) => {
  const text = await read(name, await readFile(join(fixtures, name)));
  expect(missingIn(text)).toEqual(unsaid);
});

test("imported files build to their original words", async () => {
  const folder = await built();
  await offprint(folder, ["import", "dist/structures/structures.docx", "--into", "back"]);
  const ran = await offprint(folder, ["build", "back", "--edition", "web"]);
  expect(ran.code).toBe(0);
  const paths = ["dist/structures/structures.html", "dist/back/back.html"];
  const [before, after] = await Promise.all(
    paths.map(async (path) => words(await readFile(join(folder, path), "utf8"))),
  );
  expect(after).toEqual(before);
});

/** The words of the article, in their order; what only colours code is none. */
function words(page: string): string[] {
  const main = /<main[^]*<\/main>/.exec(page)?.[0] ?? "";
  const text = main
    .replaceAll(/<annotation[^]*?<\/annotation>|<style[^]*?<\/style>/g, "")
    .replaceAll(/<\/?span[^>]*>/g, "")
    .replaceAll(/<[^>]+>/g, " ");
  return text.split(/[\s\u200B]+/).filter((word) => word !== "");
}

test("the page number beside a cross-reference is not text; an author's own is", async () => {
  const folder = await temporaryFolder({
    "a.md": "See @fig-star (page 9, as it was).\n\n![A star in a square](star.png){#fig-star}\n",
    "star.png": await readFile(join(fixtures, "star.png")),
  });
  await offprint(folder, ["build", "a.md", "--edition", "docx"]);
  const text = await read("a.docx", await readFile(join(folder, "dist/a/a.docx")));
  expect(text).toMatch(/See \[Figure\s1\]\(#fig_star\) \(page 9, as it was\)\./);
});
