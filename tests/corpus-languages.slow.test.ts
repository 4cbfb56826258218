import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../src/pipeline/build.ts";
import { epubcheck, judge } from "./support/epubcheck.ts";
import { printDiagnostics } from "./support/prepare.ts";
import { openPdf } from "./support/pdf.ts";
import { everyRun, expectWhole, languages } from "./support/corpus-languages.ts";
import { datedWorldIn } from "./support/world.ts";

// The articles of the corpus of languages as e-books and on paper. Our own checks of the PDF run in the build; those in
// languages without the font for their script are not printed.

const folder = join(import.meta.dirname, "corpus", "languages");
const notPrinted = ["ko", "zh", "zh-Hant"];
/** Letters whose form depends on those beside them: pdf.js, which reads here, knows no `/ActualText`. */
const shaped = /[\p{scx=Arab}\p{scx=Deva}\p{scx=Beng}\p{scx=Taml}\p{scx=Thai}]/u;

test.each(languages.filter((language) => !everyRun.includes(language)))(
  "the e-book and the web page in %s have all their words",
  (language) => expectWhole(language),
);

test.each(languages)(`${judge} has nothing against the book in %s`, async (language) => {
  expect(await epubcheck((await made(language, "ebook")).bytes)).toEqual([]);
});

test.each(languages.filter((language) => !notPrinted.includes(language)))("%s is whole on paper", async (language) => {
  const page = new TextDecoder().decode((await made(language, "web")).bytes);
  const { bytes, lacking } = await made(language, "handout-a4");
  const { words } = await openPdf(bytes);
  const printed = dense(words.join(""));
  // A character that only a font of the machine may have is a box on others, as a finding says.
  const isExempt = (word: string): boolean =>
    shaped.test(word) || lacking.some((character) => word.includes(character));
  expect(wordsOf(page).filter((word) => !isExempt(word) && !printed.includes(dense(word)))).toEqual([]);
  // The Chinese sign in the Japanese article, without the package for Chinese.
  expect(lacking.filter((character) => language !== "ja" || character !== "请")).toEqual([]);
});

async function made(language: string, edition: "web" | "ebook" | "handout-a4") {
  const request = { sources: [language], editions: [edition] as const, config: {}, toolVersion: "0.0.0" };
  const outcome = await build(datedWorldIn(folder), { ...request, pageList: false });
  const [artifact] = outcome.ok ? outcome.value.flatMap(({ artifacts }) => artifacts) : [];
  if (!artifact) throw new Error(printDiagnostics(outcome.diagnostics));
  const lacking = outcome.diagnostics
    .filter(({ rule }) => rule === "glyphAvailable")
    .flatMap(({ message }) => Array.from(message.matchAll(/"(.)" \(U\+/gu), ([, character = ""]) => character));
  return { bytes: artifact.bytes, lacking };
}

function wordsOf(html: string): string[] {
  const [main = ""] = /<main[\s\S]*<\/main>/.exec(html) ?? [];
  const text = main.replaceAll(/<math[\s\S]*?<\/math>|<rt>[\s\S]*?<\/rt>/g, " ").replaceAll(/<[^>]*>|&[#\w]+;/g, " ");
  return [...new Set(text.normalize("NFKC").match(/\p{L}[\p{L}\p{M}]{2,}/gu) ?? [])];
}

function dense(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[\s\u00AD\u200B\u2060-]+/g, "")
    .toLowerCase();
}
