import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../src/pipeline/build.ts";
import { bookText, webText } from "./support/edition-text.ts";
import { printDiagnostics } from "./support/prepare.ts";
import { openPdf } from "./support/pdf.ts";
import { datedWorldIn } from "./support/world.ts";

// The documents of the corpus in all formats: the build runs Offprint's own checks, and e-book and PDF have the words of the
// web page.

const folder = join(import.meta.dirname, "corpus");
const documents = readdirSync(folder).filter((name) => /\.(?:md|mdx|qmd|Rmd|txt)$/.test(name));

test.each(documents)("%s", async (name) => {
  const request = {
    sources: [name],
    editions: ["web", "ebook", "handout-a4"] as const,
    config: {},
    toolVersion: "0.0.0",
  };
  const outcome = await build(datedWorldIn(folder), { ...request, pageList: false });
  if (!outcome.ok) throw new Error(printDiagnostics(outcome.diagnostics));
  expect(printDiagnostics(outcome.diagnostics.filter(({ rule }) => rule === "formatsAgree"))).toBe("");
  const [page, book, paper] = outcome.value.flatMap(({ artifacts }) => artifacts);
  if (!page || !book || !paper) throw new Error("The page, the book or the handout was not made.");
  expect(bookText(book)).toBe(webText(page));
  const { words } = await openPdf(paper.bytes);
  const printed = dense(words.join(""));
  const lost = wordsOf(new TextDecoder().decode(page.bytes)).filter((word) => !printed.includes(word));
  expect(lost).toEqual([]);
});

function dense(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[\s\u00AD\u200B\u2060-]+/g, "")
    .toLowerCase();
}

/** The words in Latin letters of a page's main part: formulas and scripts that are shaped are written otherwise. */
function wordsOf(html: string): string[] {
  const [main = ""] = /<main[\s\S]*<\/main>/.exec(html) ?? [];
  const text = main.replaceAll(/<math[\s\S]*?<\/math>/g, " ").replaceAll(/<[^>]*>|&[#\w]+;/g, " ");
  return [
    ...new Set(
      text
        .normalize("NFKC")
        .toLowerCase()
        .match(/[a-zäöüßáéíóúñ]{4,}/g) ?? [],
    ),
  ];
}
