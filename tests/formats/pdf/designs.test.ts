import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib";
import { createCanvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { EditionName } from "../../../src/model/edition.ts";
import { readOperations } from "../../../src/formats/pdf/read/content-stream.ts";
import { imposePages } from "../../../src/formats/pdf/impose/order.ts";
import { built } from "../../support/built.ts";
import { type OpenedPdf, openPdf } from "../../support/pdf.ts";
import { richArticle } from "../../support/rich-article.ts";

// Editions with a design of their own: each built once from an article that uses everything, and looked into.

const gradient = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><defs>
<linearGradient id="a"><stop offset="0" stop-color="#c00"/><stop offset=".4" stop-color="#080"/><stop offset="1" stop-color="#00c"/></linearGradient>
<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><circle cx="5" cy="5" r="4" fill="#f60"/></pattern></defs>
<rect width="90" height="100" fill="url(#a)"/><rect x="110" width="90" height="60" fill="url(#p)" opacity=".5"/></svg>`;

const more = `
## A table that is wide

| Name of the country | What is asked there | Who asks for it | When it is asked |
| ------------------- | ------------------- | --------------- | ---------------- |
| A far country       | A long answer       | An office       | In September     |
| Another one         | A short answer      | Nobody          |                  |

## A chart

\`\`\`chart
kind: bar
data:
  - { fruit: Apples, share: 40 }
  - { fruit: Pears, share: 60 }
x: fruit
y: { field: share, title: Share, unit: "%" }
caption: Fruit
summary: More pears than apples.
\`\`\`

${Array.from({ length: 6 }, (_, index) => `## Section ${index + 1}\n\n${"Many words of no great weight. ".repeat(90)}`).join("\n\n")}

The end, and [the way back](#lists).
`;

const names = ["large-print", "booklet", "booklet-pages", "ink-saver"] as const satisfies EditionName[];
const files = new Map<
  EditionName,
  { readonly bytes: Uint8Array; readonly pdf: OpenedPdf; readonly raw: PDFDocument }
>();

function of(name: EditionName) {
  const file = files.get(name);
  if (!file) throw new Error(`${name} was not made`);
  return file;
}

beforeAll(async () => {
  const rich = await richArticle();
  const [before, notes] = String(rich["article.md"]).split("\n[^one]:");
  const article = { "article.md": `${before}\n${more}\n[^one]:${notes}`, "chart.svg": gradient };
  // The pages of the booklet come with it.
  const artifacts = await built({ ...rich, ...article }, ["large-print", "booklet", "ink-saver"]);
  expect(artifacts.map(({ edition }) => edition)).toEqual([...names]);
  for (const { edition, bytes } of artifacts) {
    files.set(edition, { bytes, pdf: await openPdf(bytes), raw: await PDFDocument.load(bytes) });
  }
});

/** Names of the fonts of a file, without the tags of their subsets. */
function fontsOf(raw: PDFDocument): string[] {
  const dicts = raw.context.enumerateIndirectObjects().map(([, object]) => object);
  return dicts.flatMap((dict) => {
    const name = dict instanceof PDFDict ? dict.lookup(PDFName.of("FontName")) : undefined;
    return name instanceof PDFName ? [name.decodeText().replace(/^[A-Z]{6}\+/, "")] : [];
  });
}

interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

async function wordsOn({ document }: OpenedPdf, number: number): Promise<Word[]> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [, , skew = 0, height = 0, x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x, y, size: Math.hypot(skew, height) }];
  });
}

async function allWords(pdf: OpenedPdf): Promise<Word[]> {
  return (await Promise.all(pdf.texts.map((_, index) => wordsOn(pdf, index + 1)))).flat();
}

describe("large print", () => {
  test("has no letter of less than 18 points", async () => {
    const words = await allWords(of("large-print").pdf);
    expect(words.length).toBeGreaterThan(200);
    expect(words.filter(({ size }) => size < 17.99).map(({ text }) => text)).toEqual([]);
  });

  test("is set in an upright face made for low vision", () => {
    const fonts = fontsOf(of("large-print").raw);
    expect(fonts.some((name) => name.startsWith("AtkinsonHyperlegible"))).toBe(true);
    expect(fonts.filter((name) => /italic|it$/i.test(name))).toEqual([]);
  });

  test("has the number of each page in the same corner", async () => {
    const { pdf } = of("large-print");
    const places = await Promise.all(
      pdf.texts.map(async (_, index) => {
        const number = (await wordsOn(pdf, index + 1)).find(({ text }) => text.startsWith(`Page ${index + 1} of `));
        return number && { right: number.x > 400, y: Math.round(number.y) };
      }),
    );
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(1);
    expect(places[0]?.right).toBe(true);
    expect(places[0]?.y).toBeGreaterThan(720);
  });

  test("reads a wide table row by row, each cell with the name of its column", () => {
    const tree = of("large-print").pdf.trees.join("");
    expect(tree).toContain("Name of the country: A far country");
    expect(tree).toContain("What is asked there: A long answer");
    expect(of("ink-saver").pdf.trees.join("")).toMatch(/TH\(\s*What is asked there\)/);
    expect(tree).toMatch(/TH\(\s*Passed\)/);
  });
});

describe("the booklet", () => {
  test("has pages of half a sheet, and sheets of two pages", async () => {
    expect((await of("booklet-pages").pdf.document.getPage(1)).view).toEqual([0, 0, 396, 612]);
    expect((await of("booklet").pdf.document.getPage(1)).view).toEqual([0, 0, 792, 612]);
  });

  test("has on each half the page that is read there once the sheets are folded", async () => {
    const { pdf } = of("booklet");
    const count = of("booklet-pages").pdf.texts.length;
    const sides = imposePages(count, Math.ceil(count / 4)).flatMap(({ front, back }) => [front, back]);
    expect(count).toBeGreaterThan(8);
    expect(pdf.texts).toHaveLength(sides.length);
    const found = await Promise.all(
      sides.map(async (_, index) => {
        const words = await wordsOn(pdf, index + 1);
        const numberOn = (isHalf: (word: Word) => boolean): number | undefined => {
          const foot = words.filter(isHalf).find(({ text }) => /^Page \d+ of/.test(text));
          return foot && Number(/\d+/.exec(foot.text));
        };
        return [numberOn(({ x }) => x < 396), numberOn(({ x }) => x >= 396)];
      }),
    );
    expect(found).toEqual(sides);
    const labels = sides.map((side) => side.filter((page) => page !== undefined).join(" · ") || "–");
    expect(await pdf.document.getPageLabels()).toEqual(labels);
  });

  test("moves the pages of inner sheets to the fold", async () => {
    const { pdf } = of("booklet");
    const pages = of("booklet-pages").pdf;
    const edge = async (file: OpenedPdf, number: number, page: number) =>
      (await wordsOn(file, number)).find(({ text }) => text.startsWith(`Page ${page} of`))?.x ?? 0;
    // A tenth of a millimetre for the sheet around it.
    const thickness = (0.1 * 72) / 25.4;
    expect((await edge(pdf, 1, 1)) - (await edge(pages, 1, 1))).toBeCloseTo(396, 3);
    expect((await edge(pdf, 3, 3)) - (await edge(pages, 3, 3))).toBeCloseTo(396 - thickness, 3);
    expect((await edge(pdf, 4, 4)) - (await edge(pages, 4, 4))).toBeCloseTo(thickness, 3);
  });

  test("keeps the structure of its pages, in the order of reading", () => {
    expect(structureOf(of("booklet").raw)).toEqual(structureOf(of("booklet-pages").raw));
  });

  test("finds the same words in each element of a sheet as on its pages", () => {
    const pages = of("booklet-pages").pdf.words;
    const sides = imposePages(pages.length, Math.ceil(pages.length / 4)).flatMap(({ front, back }) => [front, back]);
    for (const [index, side] of sides.entries()) {
      const inOrder = side.filter((page) => page !== undefined).toSorted((a, b) => a - b);
      const wanted = inOrder.map((page) => pages[page - 1]).join("");
      expect(letters(of("booklet").pdf.words[index] ?? "")).toEqual(letters(wanted));
    }
  });

  test("links the same words to the same targets", async () => {
    const folded = await destinationsOf("booklet");
    const flat = await destinationsOf("booklet-pages");
    const count = of("booklet-pages").pdf.texts.length;
    const sides = imposePages(count, Math.ceil(count / 4)).flatMap(({ front, back }) => [front, back]);
    expect(flat.length).toBeGreaterThan(10);
    const expected = flat.map(({ name, page, x, y }) => {
      const side = sides.findIndex((candidate) => candidate.includes(page));
      const isRight = sides[side]?.[1] === page;
      const creep = Math.floor(side / 2) * ((0.1 * 72) / 25.4);
      return { name, page: side + 1, x: Math.round(x + (isRight ? 396 - creep : creep)), y };
    });
    expect(folded.map((item) => ({ ...item, x: Math.round(item.x) }))).toEqual(expected);
    const links = (pdf: OpenedPdf) => pdf.links.map(({ words, url, destination }) => `${words} ${url ?? destination}`);
    expect(links(of("booklet").pdf).toSorted()).toEqual(links(of("booklet-pages").pdf).toSorted());
  });

  test("has each link over its words", async () => {
    const rectangles = await linkPlaces("booklet");
    const flat = await linkPlaces("booklet-pages");
    expect(rectangles).toEqual(flat);
  });

  test("asks the printer for both sides, turned on the short edge, at its true size", async () => {
    const preferences = await of("booklet").pdf.document.getViewerPreferences();
    expect(preferences?.get("Duplex")).toBe("DuplexFlipShortEdge");
    expect(preferences?.get("PrintScaling")).toBe("None");
  });
});

/** The words below each link, in the order of their pages. */
async function linkPlaces(name: EditionName): Promise<string[]> {
  const { pdf } = of(name);
  const found: string[] = [];
  for (const [index] of pdf.texts.entries()) {
    const words = await wordsOn(pdf, index + 1);
    const page = await pdf.document.getPage(index + 1);
    for (const { rect, contentsObj } of (await page.getAnnotations()) as Annotation[]) {
      const [left = 0, bottom = 0, right = 0, top = 0] = rect;
      const below = words.filter(({ x, y }) => x > left - 2 && x < right && y > bottom - 2 && y < top);
      found.push(`${contentsObj?.str}: ${below.map(({ text }) => text).join("|")}`);
    }
  }
  return found.toSorted();
}

interface Annotation {
  readonly rect: readonly number[];
  readonly contentsObj?: { readonly str: string };
}

function letters(text: string): string[] {
  return [...text.replaceAll(/\s/g, "")].toSorted();
}

async function destinationsOf(name: EditionName) {
  const { document } = of(name).pdf;
  // A Map, whatever its type says.
  const named = (await document.getDestinations()) as unknown as ReadonlyMap<string, Destination>;
  const all = [...named];
  const found = all.map(async ([key, [page, , x, y]]) => ({
    name: key,
    page: (await document.getPageIndex(page)) + 1,
    x,
    y,
  }));
  return (await Promise.all(found)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

type Destination = readonly [page: { num: number; gen: number }, kind: unknown, x: number, y: number];

/** Types in reading order; every page that an element or a piece of content names is one of the file. */
function structureOf(raw: PDFDocument): string[] {
  const pages = new Set<unknown>(raw.getPages().map(({ ref }) => ref));
  const types: string[] = [];
  const walk = (dict: PDFDict): void => {
    const page = dict.get(PDFName.of("Pg"));
    if (page !== undefined && !pages.has(page)) types.push("A page that is not there");
    const type = dict.lookup(PDFName.of("S"));
    if (type instanceof PDFName) types.push(type.decodeText());
    const kids = dict.lookup(PDFName.of("K"));
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [kids]) {
      const found = kid instanceof PDFRef ? raw.context.lookup(kid) : kid;
      if (found instanceof PDFDict) walk(found);
      if (found instanceof PDFNumber) types.push("content");
    }
  };
  walk(raw.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict));
  return types;
}

describe("the edition that saves ink", () => {
  test("has no operator that sets a colour", () => {
    const { raw } = of("ink-saver");
    const colours = contentsOf(raw).flatMap((content) =>
      readOperations(content)
        .map(({ operator, start, end }) => ({
          operator,
          operands: content.slice(start, end).trim().split(/\s+/).length - 1,
        }))
        .filter(({ operator, operands }) => /^(?:rg|k)$/i.test(operator) || (/^scn?$/i.test(operator) && operands > 1)),
    );
    expect(colours).toEqual([]);
    // The other editions have colours, and so would this one.
    expect(contentsOf(of("booklet-pages").raw).some((content) => / rg\s/.test(content))).toBe(true);
  });

  test("has gradients, images and mixtures of greys only", () => {
    const spaces = colourSpacesOf(of("ink-saver").raw);
    expect(spaces).toContain("Image /DeviceGray");
    expect(spaces).toContain("Shading /DeviceGray");
    expect(spaces.filter((space) => !space.endsWith("/DeviceGray"))).toEqual([]);
    expect(colourSpacesOf(of("booklet-pages").raw)).toContain("Image /DeviceRGB");
  });

  test("draws a chart with less ink", async () => {
    const dark = await Promise.all((["ink-saver", "booklet-pages"] as const).map(darkestArea));
    expect(dark[0]).toBeLessThan(0.45);
    expect(dark[1]).toBeGreaterThan(0.6);
  });
});

/** Pixels on a side of a square in which all that is printed is counted. */
const square = 18;

/** The ink of the square that takes most, on the page with the chart: 0 is white and 1 is black, the accent is 0.65. */
async function darkestArea(name: EditionName): Promise<number> {
  const { pdf } = of(name);
  const page = await pdf.document.getPage(pdf.texts.findIndex((text) => text.includes("The data in this chart")) + 1);
  const viewport = page.getViewport({ scale: 1 });
  const canvas = createCanvas(viewport.width, viewport.height);
  // The canvas is not the browser's own, but answers the same calls.
  await page.render({ canvas: canvas as never, viewport }).promise;
  const { data, info } = await sharp(canvas.toBuffer("image/png"))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const squares = new Map<string, number>();
  for (const [index, light] of data.entries()) {
    const key = [index % info.width, Math.floor(index / info.width)]
      .map((place) => Math.floor(place / square))
      .join(" ");
    squares.set(key, (squares.get(key) ?? 0) + (255 - light) / 255);
  }
  return Math.max(...squares.values()) / square ** 2;
}

/** Pages, forms and patterns. */
function contentsOf(raw: PDFDocument): string[] {
  const streams = raw.context.enumerateIndirectObjects().map(([, object]) => object);
  const drawings = streams.filter(
    (stream) =>
      stream instanceof PDFRawStream &&
      !["Image", "XML"].includes(subtypeOf(stream)) &&
      !stream.dict.has(PDFName.of("Length1")) &&
      !stream.dict.has(PDFName.of("N")),
  ) as PDFRawStream[];
  return drawings.map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1"));
}

function subtypeOf({ dict }: PDFRawStream): string {
  const subtype = dict.lookup(PDFName.of("Subtype"));
  return subtype instanceof PDFName ? subtype.decodeText() : "";
}

function colourSpacesOf(raw: PDFDocument): string[] {
  return raw.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) return [];
    const shading = dict.has(PDFName.of("ShadingType")) ? dict : dict.lookup(PDFName.of("Shading"));
    const group = dict.lookup(PDFName.of("Group"));
    const found = [];
    if (object instanceof PDFRawStream && subtypeOf(object) === "Image")
      found.push(`Image ${spaceOf(dict, "ColorSpace")}`);
    if (shading instanceof PDFDict && shading.has(PDFName.of("ShadingType")))
      found.push(`Shading ${spaceOf(shading, "ColorSpace")}`);
    if (group instanceof PDFDict && group.has(PDFName.of("CS"))) found.push(`Group ${spaceOf(group, "CS")}`);
    return found;
  });
}

function spaceOf(dict: PDFDict, key: string): string {
  return String(dict.lookup(PDFName.of(key)));
}
