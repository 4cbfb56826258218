import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { build } from "../src/pipeline/build.ts";
import { openPage } from "./support/open-page.ts";
import { printDiagnostics } from "./support/prepare.ts";
import { unstyledDocuments } from "./support/unstyled-book.ts";
import { worldIn } from "./support/world.ts";

// Every book of the corpus without its style sheets, as many readers show it, in a browser as wide as an e-reader:
// no picture or formula leaves the page, nothing is a black square, no control waits for a hand, titles of boxes stand out.

const corpus = join(import.meta.dirname, "corpus");
const content = join(import.meta.dirname, "..", "content");
const books: [name: string, folder: string, source: string][] = [
  ["the corpus", corpus, "."],
  ...readdirSync(join(corpus, "languages"))
    .filter((name) => !name.includes("."))
    .map((name): [string, string, string] => [name, join(corpus, "languages"), name]),
  ...readdirSync(content).map((name): [string, string, string] => [name, content, name]),
];

const width = 600;

/** The darkest a page of text is, in a share of its pixels: letters take a tenth. */
const mostInk = 0.25;

test.each(books)(
  "the book of %s is whole without its style sheets",
  { timeout: 300_000 },
  async (_, folder, source) => {
    const documents = unstyledDocuments(await bookOf(folder, source));
    const page = await openPage("", { width, height: 800 });
    for (const [path, html] of documents) {
      await page.setContent(html, { waitUntil: "load" });
      expect([path, await page.evaluate(findFaults, width)]).toEqual([path, []]);
      if (!path.includes("cover"))
        expect([path, (await inkOf(await page.screenshot({ fullPage: true }))) < mostInk]).toEqual([path, true]);
    }
  },
);

async function bookOf(folder: string, source: string): Promise<Uint8Array> {
  const request = { sources: [source], editions: ["ebook"] as const, config: {}, toolVersion: "0.0.0" };
  const outcome = await build(worldIn(folder), { ...request, pageList: false });
  const [artifact] = outcome.ok ? outcome.value.flatMap(({ artifacts }) => artifacts) : [];
  if (!artifact) throw new Error(printDiagnostics(outcome.diagnostics));
  return artifact.bytes;
}

/** The share of its pixels that are dark. */
async function inkOf(picture: Uint8Array): Promise<number> {
  const { data } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data.filter((grey) => grey < 96).length / data.length;
}

/** Runs in the browser. */
function findFaults(page: number): string[] {
  const all = (selector: string) => Array.from(document.querySelectorAll(selector));
  const wide = all("img, svg, math").filter((element) => element.getBoundingClientRect().right > page);
  const controls = all("input, select, textarea, button, form");
  const hidden = all(".callout-title").filter(
    (element) => getComputedStyle(element.firstElementChild ?? element).fontWeight < "600",
  );
  const empty = all("svg, img").filter((element) => element.getBoundingClientRect().height < 1);
  return [...wide, ...controls, ...hidden, ...empty].map((element) => element.outerHTML.slice(0, 200));
}
