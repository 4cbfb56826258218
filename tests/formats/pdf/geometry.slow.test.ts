import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { readContent } from "../../../src/formats/pdf/read/page-content.ts";
import type { EditionName } from "../../../src/model/edition.ts";
import { built } from "../../support/built.ts";
import { openPdf } from "../../support/pdf.ts";
import { type Line, readLines } from "../../support/pdf-lines.ts";

// Pages of other sizes, turned pages and pages to be cut, as a printer's program sees them.

const words = "Some words of text that go on for a while. ".repeat(30);

const head = (options = "", more = ""): string =>
  `---\ntitle: Pages\nlanguage: en\n${more}template: { name: handout, options: { ${options} } }\n---\n\n`;

const cells = Array.from({ length: 9 }, (_, index) => `A considerable heading ${index + 1}`);
const wideTable = [cells, cells.map(() => "---"), cells.map((_, index) => `Consideration ${index + 1}`)]
  .map((row) => `| ${row.join(" | ")} |`)
  .join("\n");

const turned = `See [](#wide).\n\n## Before\n\n${words}\n\n## Wide {#wide .landscape}\n\n${wideTable}\n\n## After\n\n${words}\n\n:::landscape\nTurned again.\n:::\n\nThe end.\n`;

async function make(text: string, ...editions: readonly EditionName[]) {
  const made = await built({ "article.md": text }, editions, { pageList: false });
  const open = made.map(async ({ edition, bytes }) => {
    const document = await PDFDocument.load(bytes);
    return [edition, { document, pages: document.getPages(), lines: await readLines(bytes) }] as const;
  });
  return new Map(await Promise.all(open));
}

const sizesOf = (pages: readonly { getMediaBox(): { width: number; height: number } }[] = []) =>
  pages.map((page) => [page.getMediaBox().width, page.getMediaBox().height].map(Math.round).join(" "));

/** How far lines are from the left edge: the text, without heads, feet and what is indented. */
const leftOf = (lines: readonly Line[] = []): number => Math.min(...lines.map(({ x }) => Math.round(x)));

describe("sections on turned pages", () => {
  test("the pages of a handout and of large print are turned, those of a booklet are not", async () => {
    const made = await make(head() + turned, "handout", "large-print", "booklet-pages");
    const handout = made.get("handout");
    expect(sizesOf(handout?.pages)).toEqual(["612 792", "792 612", "612 792", "792 612", "612 792"]);
    expect(new Set(sizesOf(made.get("large-print")?.pages))).toEqual(new Set(["612 792", "792 612"]));
    expect(new Set(sizesOf(made.get("booklet-pages")?.pages))).toEqual(new Set(["396 612"]));
    // A table that has no room on an upright page is one on a turned page, and heads stand above it.
    const [first, ...rest] = handout?.lines[1] ?? [];
    expect(first?.text).toBe("Pages Wide");
    expect(first?.y).toBeGreaterThan(612 - 68);
    expect(rest.find(({ text }) => text.startsWith("Consideration 1"))?.text).toContain("Consideration 9");
    expect(handout?.lines[1]?.at(-1)?.text).toBe("Page 2 of 5");
    expect(handout?.lines[0]?.some(({ text }) => text.includes("Wide (page 2)"))).toBe(true);
  });

  test("columns end before landscape pages and continue after them", async () => {
    const made = await make(head('columns: "2"') + turned, "handout");
    const { pages, lines } = made.get("handout") ?? {};
    expect(sizesOf(pages)).toEqual(["612 792", "792 612", "612 792", "792 612", "612 792"]);
    expect(lines?.[2]?.filter(({ text }) => /Some words.*Some words/.test(text)).length).toBeGreaterThan(0);
  });

  test("the edge with holes is the upper one, of the back of a sheet the lower one", async () => {
    const gutter = 'gutter: "0.5in"';
    const tops = async (options: string) => {
      const lines = (await make(head(options) + turned, "handout")).get("handout")?.lines ?? [];
      return [1, 3].map((page) => Math.round(lines[page]?.[1]?.y ?? 0));
    };
    const [plain, oneSided, twoSided] = [await tops(""), await tops(gutter), await tops(`${gutter}, sides: two`)];
    expect(oneSided).toEqual(plain.map((y) => y - 36));
    // Both turned pages are backs.
    expect(twoSided).toEqual(plain);
  });
});

describe("small figures in the side column", () => {
  const image =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6" width="90" height="60"><path d="M0 0h9v6z"/></svg>';
  const text = (classes: string): string =>
    `---\ntitle: Pages\nlanguage: en\n---\n\n${words}\n\n:::figure[Beside all this.]{${classes}}\n![A mark.](mark.svg)\n:::\n\n${words}\n`;

  async function linesOf(classes: string, edition: EditionName) {
    const [made] = await built({ "article.md": text(classes), "mark.svg": image }, [edition], { pageList: false });
    const { document } = await openPdf(made?.bytes ?? new Uint8Array());
    const { items } = await (await document.getPage(1)).getTextContent();
    const pieces = items.flatMap((item) =>
      "str" in item ? [{ text: item.str, place: item.transform as number[] }] : [],
    );
    const caption = pieces.find((piece) => piece.text.includes("Beside"))?.place ?? [];
    const last = pieces.findLast((piece) => piece.text.includes("words of text"))?.place ?? [];
    return { captionX: caption[4] ?? 0, captionY: caption[5] ?? 0, lastY: last[5] ?? 0 };
  }

  test("are beside the text without taking room from it", async () => {
    const [beside, within] = [await linesOf(".side", "handout"), await linesOf(".other", "handout")];
    expect(beside.captionX).toBeGreaterThan(612 - 126);
    expect(beside.captionY).toBeGreaterThan(beside.lastY);
    expect(within.captionX).toBeLessThan(612 - 126);
    // It takes no room from the text.
    expect(beside.lastY).toBeGreaterThan(within.lastY + 60);
  });

  test("are in the text where there is no such column", async () => {
    expect((await linesOf(".side", "booklet-pages")).captionX).toBeLessThan(200);
  });
});

describe("sizes and gutters", () => {
  test("pages of any size hold their text within their margins", async () => {
    const table =
      "| Name of a country | What is asked there | Who asks for it |\n| --- | --- | --- |\n| A far one | An answer | Nobody |";
    for (const [size, width, height] of [
      ["A5", 420, 595],
      ["Legal", 612, 1008],
      ["6in 9in", 432, 648],
      ["A5 landscape", 595, 420],
    ] as const) {
      const made = await make(`${head(`page-size: ${size}`)}${words}\n\n${table}\n\n${words}`, "handout");
      const { pages, lines } = made.get("handout") ?? {};
      expect(new Set(sizesOf(pages)), size).toEqual(new Set([`${width} ${height}`]));
      const outside = lines?.flat().filter(({ x, y }) => x < 36 || x > width - 36 || y < 16 || y > height - 16);
      expect(outside, size).toEqual([]);
    }
  });

  test("room for holes is on the side that is bound", async () => {
    const lefts = async (options: string) => {
      const lines = (await make(`${head(options)}${words.repeat(4)}`, "handout")).get("handout")?.lines ?? [];
      return lines.slice(0, 2).map(leftOf);
    };
    const plain = await lefts("");
    expect(await lefts('gutter: "0.5in"')).toEqual(plain.map((left) => left + 36));
    const [odd = 0, even = 0] = await lefts("sides: two");
    expect(await lefts('gutter: "0.5in", sides: two')).toEqual([odd + 36, even]);
  });
});

describe("pages to be cut", () => {
  const boxesOf = (document: PDFDocument | undefined) =>
    document
      ?.getPages()
      .map((page) =>
        [page.getMediaBox(), page.getBleedBox(), page.getTrimBox()].map(({ x, y, width, height }) =>
          [x, y, width, height].map((side) => Math.round(side * 10) / 10),
        ),
      )[0];

  test("page boxes describe the trim, and marks outside it are artifacts", async () => {
    const options = 'page-size: "6in 9in", bleed: "9pt"';
    const made = await make(head(`${options}, marks: crop cross`) + turned, "handout", "large-print", "booklet");
    const { document, pages = [], lines } = made.get("handout") ?? {};
    expect(boxesOf(document)).toEqual([
      [-21, -21, 492, 708],
      [0, 0, 450, 666],
      [9, 9, 432, 648],
    ]);
    expect(pages.map((page) => page.getTrimBox())).toContainEqual({ x: 9, y: 9, width: 648, height: 432 });
    const marks = /^\/Artifact <<\/Type \/Page>> BDC\n([^]*?)EMC/.exec(pages[0] ? readContent(pages[0]) : "")?.[1];
    // Eight lines at the corners, and two and a circle in the middle of each side.
    expect(marks?.match(/ l(?= )/g)?.length).toBe(8 + 8);
    expect(marks?.match(/ c(?= )/g)?.length).toBe(16);
    // Text stands as far from the cut as without a bleed.
    const plain = (await make(head('page-size: "6in 9in"') + turned, "handout")).get("handout");
    expect(leftOf(lines?.[0])).toBe(leftOf(plain?.lines[0]) + 9);
    expect(made.get("large-print")?.pages[0]?.getTrimBox().width).toBe(612);
    expect(made.get("booklet")?.pages[0]?.getTrimBox().width).toBe(864);
  });

  test("crop marks alone bring the bleed of CSS, a bleed alone brings no marks", async () => {
    const cropped = (await make(head("marks: crop") + turned, "handout")).get("handout");
    expect(boxesOf(cropped?.document)?.[2]).toEqual([6, 6, 612, 792]);
    const bled = (await make(head('bleed: "3mm"') + turned, "handout")).get("handout");
    expect(boxesOf(bled?.document)?.[0]).toEqual([0, 0, 629, 809]);
    expect(bled?.pages[0] && readContent(bled.pages[0])).not.toContain("/Type /Page>>");
  });
});
