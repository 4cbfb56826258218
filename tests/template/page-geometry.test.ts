import { expect, test } from "vitest";
import {
  complainOfLengths,
  complainOfRoom,
  complainOfSize,
  readGeometry,
  readSize,
} from "../../src/template/page-geometry.ts";
import { built } from "../support/built.ts";
import { openPdf } from "../support/pdf.ts";
import { prepareWithTemplate, printDiagnostics } from "../support/prepare.ts";
import { worldOf } from "../support/world.ts";

test("a size is a name of CSS, turned or not, or two lengths", () => {
  expect(readSize("Legal")).toEqual([612, 1008]);
  expect(readSize("a5 landscape")?.map(Math.round)).toEqual([595, 420]);
  expect(readSize("landscape A5")?.map(Math.round)).toEqual([595, 420]);
  expect(readSize("JIS-B5")?.map(Math.round)).toEqual([516, 729]);
  expect(readSize("6in 9in")).toEqual([432, 648]);
  expect(readSize("600px 800px")).toEqual([450, 600]);
  expect(readSize("8in")).toEqual([576, 576]);
  for (const wrong of [
    "A5 sideways",
    "6in 9in 2in",
    "landscape",
    "landscape A5 portrait",
    "6 9",
    "constructor",
    "1em 2em",
  ])
    expect(complainOfSize(wrong)).toMatch(/must be a size/);
  expect(complainOfSize("1in 9in")).toBe("must be from 3 to 24 inches each way");
  expect(complainOfSize("")).toBeUndefined();
});

test("margins are one to four lengths, in the order of CSS", () => {
  const margins = (value: string) =>
    readGeometry({ "page-size": "", margins: value, gutter: "", bleed: "", marks: "none" }).margins;
  expect(margins("1in")).toEqual([72, 72, 72, 72]);
  expect(margins("1in 2in")).toEqual([72, 144, 72, 144]);
  expect(margins("1pt 2pt 3pt 4pt")).toEqual([1, 2, 3, 4]);
  expect(complainOfLengths("1in 2in", 1)).toMatch(/must be a length/);
  expect(complainOfLengths("wide", 4)).toMatch(/must be one to four lengths/);
});

test("reports margins that leave no room", () => {
  expect(complainOfRoom({ size: [432, 648], margins: [36, 36, 36, 36], gutter: 28 })).toBeUndefined();
  expect(complainOfRoom({ size: [432, 648], margins: [36, 180, 36, 180], gutter: 0 })).toMatch(/less than 2 inches/);
});

const article = (options: string): string =>
  `---\ntitle: T\nlanguage: en\ntemplate: { name: handout, options: { ${options} } }\n---\n\nWords.\n`;

test("a handout and the pages of a booklet have the article's size; large print keeps its paper", async () => {
  const options = 'page-size: "6in 9in", margins: "0.6in 0.5in", gutter: "10mm"';
  const made = await built({ "article.md": article(options) }, ["handout", "booklet", "large-print"]);
  const views = new Map<string, readonly number[]>();
  for (const { edition, bytes } of made) {
    const { document } = await openPdf(bytes);
    views.set(edition, (await document.getPage(1)).view);
  }
  expect(views.get("handout")).toEqual([0, 0, 432, 648]);
  expect(views.get("booklet-pages")).toEqual([0, 0, 432, 648]);
  expect(views.get("booklet")).toEqual([0, 0, 864, 648]);
  expect(views.get("large-print")).toEqual([0, 0, 612, 792]);
});

test("invalid sizes and lengths are left out, with a finding", async () => {
  const text = article('page-size: B99, margins: "0.6in wide", gutter: 5in');
  const outcome = await prepareWithTemplate(worldOf({ "text/article.md": text }), "text");
  expect(outcome.ok).toBe(true);
  const found = printDiagnostics(outcome.diagnostics);
  expect(found).toContain('"page-size" must be a size such as A5, Legal, "A4 landscape" or "6in 9in".');
  expect(found).toContain('"margins" must be one to four lengths such as "20mm" or "0.8in 1in".');
  expect(found).toContain("leave less than 2 inches for the text.");
});
