import type { Element } from "hast";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blocksOf } from "../../../src/model/blocks.ts";
import { wordsOf } from "../../../src/model/word-characters.ts";
import type { Browser } from "../../../src/model/browser.ts";
import { writePdf } from "../../../src/formats/pdf/write.ts";
import { openPdf } from "../../support/pdf.ts";
import { openBrowser, preparePrinting, valueOf } from "../../support/print-pdf.ts";

const started: { browser?: Browser } = {};

beforeAll(async () => {
  started.browser = await openBrowser();
});
afterAll(() => started.browser?.close());

const long = (name: string): string =>
  Array.from({ length: 260 }, (_, index) => `${name}${index} word[^1] of some text`).join(", ");

test("each page's first word is known, in a paragraph over three pages too", async () => {
  const { browser } = started;
  if (!browser) throw new Error("The browser has not started.");
  const text = `# T\n\n## One\n\n${long("a")}.\n\n- ${long("b")}.\n- Short.\n\n## Two {.new-page}\n\nText.[^1]\n\n[^1]: A note.\n`;
  const printing = await preparePrinting({ "article.md": text });
  const { bytes, pageMap } = valueOf(
    await writePdf({ ...printing, edition: "handout", browser, toolVersion: "0", standard: "ua-1", mapsPages: true }),
  );
  const { texts } = await openPdf(bytes);
  const blocks = new Map(
    printing.publication.chapters
      .flatMap(({ body, notes }) => [...blocksOf(body), ...(notes ? blocksOf(notes as Element) : [])])
      .map((block) => [block.data?.block, block] as const),
  );
  expect(pageMap?.pages).toBe(texts.length);
  expect(pageMap?.starts.map(({ page }) => page)).toEqual(texts.map((_, index) => index + 1));
  const first = (pageMap?.starts ?? []).map(({ block, word }) => {
    const found = blocks.get(block);
    const words = found ? wordsOf(found) : [];
    return words
      .slice(word, word + 4)
      .map((each) => each.text.value.slice(each.start, each.end))
      .join(" ");
  });
  const bare = (shown: string): string => shown.replaceAll(/[\s\d]|•/g, "");
  for (const [index, words] of first.entries()) {
    if (index > 0) expect(bare(texts[index] ?? "").replace(/^T(?=\p{L})/u, "")).toContain(bare(words));
  }
  const inside = pageMap?.starts.filter(({ word }) => word > 0) ?? [];
  expect(inside.length).toBeGreaterThan(2);
  expect(first).toContain("Two");
});

/** With the page map, and how many prints that took more than without. */
async function withPrints(text: string) {
  const { browser } = started;
  if (!browser) throw new Error("The browser has not started.");
  let prints = 0;
  const counting: Browser = {
    ...browser,
    print: (...document) => {
      prints += 1;
      return browser.print(...document);
    },
  };
  const printing = await preparePrinting({ "article.md": text });
  const more = { ...printing, edition: "handout", browser: counting, toolVersion: "0", standard: "ua-1" } as const;
  await writePdf(more);
  const without = prints;
  const { pageMap } = valueOf(await writePdf({ ...more, mapsPages: true }));
  return { pageMap, prints: prints - 2 * without };
}

test("the pages that are there tell it, and no print more is needed", async () => {
  const { pageMap, prints } = await withPrints(`# T\n\n${long("a")}.\n\n- ${long("b")}.\n`);
  expect(prints).toBe(0);
  expect(pageMap?.starts.length).toBeGreaterThan(3);
});

test("where paper shows more than the text, one measuring print finds the same page starts", async () => {
  const linked = long("a").replaceAll(/a(\d*[05]) /g, "[a$1](https://example.org/$1) ");
  const { pageMap, prints } = await withPrints(`# T\n\n${linked}.\n\n- ${long("b")}.\n`);
  expect(prints).toBe(1);
  expect(pageMap?.starts.filter(({ word }) => word > 0).length).toBeGreaterThan(2);
});
