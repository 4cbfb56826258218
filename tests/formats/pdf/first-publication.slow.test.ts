import { createCanvas } from "@napi-rs/canvas";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { EditionName } from "../../../src/model/edition.ts";
import { build } from "../../../src/pipeline/build.ts";
import { type OpenedPdf, openPdf } from "../../support/pdf.ts";
import { readLines } from "../../support/pdf-lines.ts";
import { printDiagnostics } from "../../support/prepare.ts";
import { worldIn } from "../../support/world.ts";

// What is handed across a desk: the first publication, as each kind of paper.

/** The most pages of each edition, and the height of its paper and of the margins above and below the text in points. */
const editions: readonly (readonly [EditionName, most: number, height: number, top: number, bottom: number])[] = [
  ["handout", 8, 792, 49, 50],
  ["handout-a4", 8, 842, 51, 51],
  ["large-print", 24, 792, 61, 57],
  ["booklet-pages", 16, 612, 46, 50],
  ["ink-saver", 8, 792, 49, 50],
];

const made = new Map<EditionName, Uint8Array>();

beforeAll(async () => {
  const sources = [join(process.cwd(), "content/usmle-step-1-and-img-careers")];
  const names = ["web" as const, ...editions.map(([name]) => name)];
  // As the release builds it: with the address of the page that says whether a copy is current, and its code.
  const config = { url: "https://offprint-contributors.example.org/offprint/" };
  const outcome = await build(worldIn(process.cwd()), { sources, editions: names, config, toolVersion: "0.0.0" });
  if (!outcome.ok) throw new Error(printDiagnostics(outcome.diagnostics));
  for (const { edition, bytes } of outcome.value[0]?.artifacts ?? []) made.set(edition, bytes);
});

test.each(editions)("%s has at most %d pages, none but the last under a third full", async (name, most, ...paper) => {
  const [height, top, bottom] = paper;
  const pages = await readLines(made.get(name) ?? new Uint8Array());
  expect(pages.length).toBeLessThanOrEqual(most);
  const area = height - top - bottom;
  const filled = pages.map((lines) => {
    const text = lines.filter(({ y }) => y > bottom && y < height - top);
    return (height - top - Math.min(...text.map(({ y }) => y))) / area;
  });
  for (const [index, share] of filled.slice(0, -1).entries()) {
    expect(share, `page ${index + 1} of ${name}`).toBeGreaterThan(1 / 3);
  }
});

/** The places of vertical lines of 30 points or more on a page, as shares of its width. */
async function verticalLines(pdf: OpenedPdf, number: number): Promise<number[]> {
  const page = await pdf.document.getPage(number);
  const viewport = page.getViewport({ scale: 3 });
  const canvas = createCanvas(viewport.width, viewport.height);
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const isDark = (x: number, y: number): boolean => (data[4 * (y * width + x)] ?? 255) < 235;
  const isLine = (x: number): boolean => {
    let [run, longest] = [0, 0];
    for (let y = 0; y < height; y += 1) longest = Math.max(longest, (run = isDark(x, y) ? run + 1 : 0));
    return longest >= 90;
  };
  return Array.from({ length: width }, (_, x) => x).flatMap((x) => (isLine(x) ? [x / width] : []));
}

test.each(editions)("the frame of a box in %s is closed at the edge of the page's text", async (name) => {
  const pdf = await openPdf(made.get(name) ?? new Uint8Array());
  const page = pdf.texts.findIndex((text) => text.includes("I know how to register with FSMB"));
  expect(Math.max(...(await verticalLines(pdf, page + 1)))).toBeGreaterThan(name === "ink-saver" ? 0.45 : 0.85);
});

test("its web page names the handout's address for Google Scholar and Zotero", () => {
  const page = new TextDecoder().decode(made.get("web"));
  const folder = "https://offprint-contributors.example.org/offprint/usmle-step-1-and-img-careers";
  expect(page).toContain(`<meta name="citation_pdf_url" content="${folder}/usmle-step-1-and-img-careers.pdf">`);
});

describe("two questions, answered by the handout alone", () => {
  const read = async (): Promise<string[]> => {
    const { texts } = await openPdf(made.get("handout") ?? new Uint8Array());
    return texts.map((text) => text.replaceAll(/\s+/g, " "));
  };

  test("where does this figure come from?", async () => {
    const pages = await read();
    const first = pages.findIndex((text) => /References 1\. /.test(text));
    // The contents list says where the references are.
    expect(pages[0]).toMatch(new RegExp(`References ${first + 1} `));
    const references = pages.slice(first).join(" ");
    const figure = /Its passing score is 218\. ?(\d+)/.exec(pages[0] ?? "")?.[1];
    expect(references).toMatch(
      new RegExp(` ${figure}\\. \\[Several test preparation publishers[^\\]]*\\]\\. Second-hand\\.`),
    );
    // Each has its number, once, and a title or an author with its year or the day on which it was read.
    const numbers = [...references.matchAll(/ (\d+)\. (?=[[\p{Lu}])/gu)].map(([, number]) => Number(number));
    const count = Math.max(...numbers.filter((number) => number < 100));
    expect(count).toBeGreaterThan(10);
    for (let number = 1; number <= count; number += 1) expect(numbers, `reference ${number}`).toContain(number);
  });

  test("is it still true?", async () => {
    const article = await readFile("content/usmle-step-1-and-img-careers/article.md", "utf8");
    const facts = await readFile("content/usmle-step-1-and-img-careers/facts.yaml", "utf8");
    const day = (key: string): string => new RegExp(`^  ${key}: (\\S+)$`, "m").exec(article)?.[1] ?? "";
    const written = (date: string, month: "long" | "short"): string =>
      new Date(date).toLocaleDateString("en-US", { day: "numeric", month, year: "numeric", timeZone: "UTC" });
    const pages = await read();
    const checked = `Checked on ${written(day("checked"), "long")}`;
    for (const text of pages) expect(text).toContain(checked);
    // The whole, and what has a day of its own.
    expect(pages.at(-1)).toMatch(/Version [\da-f]{8}\. Is this copy current\? \S+\/check\.html/);
    expect(pages.at(-1)).toContain(checked);
    expect(pages.at(-1)).toContain(`, to be checked again by ${written(day("next"), "long")}.`);
    const days = new Set([...facts.matchAll(/recheck: (\S+)/g)].map(([, date]) => written(date ?? "", "short")));
    const again = [...pages.join(" ").matchAll(/To be checked again by ([^.]+)\./g)].map(([, date]) => date);
    expect(again.length).toBeGreaterThan(5);
    expect(again.filter((date) => !days.has(date ?? ""))).toEqual([]);
  });
});
