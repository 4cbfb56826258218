import { beforeAll, describe, expect, test } from "vitest";
import { built } from "../../support/built.ts";
import { type OpenedEpub, openEpub, textOf } from "../../support/epub.ts";
import { ace, epubcheck, judge } from "../../support/epubcheck.ts";
import { tortureBook } from "../../support/torture-book.ts";

// One build of a book that has much of everything that breaks e-books, before the official checkers.

let book: OpenedEpub;
let chapters: string[];

beforeAll(async () => {
  const [made] = await built(await tortureBook(), ["ebook"], { pageList: false });
  book = openEpub(made?.bytes ?? new Uint8Array());
  chapters = Object.keys(book.files).filter((path) => path.startsWith("EPUB/text/") && path.endsWith(".xhtml"));
});

const count = (
  name: string,
  isMeant: (attributes: Readonly<Record<string, unknown>>) => boolean = () => true,
): number =>
  chapters.reduce((sum, path) => sum + book.all(path, name).filter(({ attributes }) => isMeant(attributes)).length, 0);

describe("the torture book", () => {
  test("has all that it was given", () => {
    expect(chapters.length).toBeGreaterThanOrEqual(60);
    expect(count("aside", ({ role }) => role === "doc-footnote")).toBe(300);
    expect(count("img", ({ alt }) => String(alt).startsWith("What picture"))).toBe(200);
    expect(count("math")).toBeGreaterThan(100);
    expect(count("html", ({ dir }) => dir === "rtl")).toBeGreaterThanOrEqual(6);
    expect(count("th", ({ rowspan }) => rowspan === "2")).toBeGreaterThan(100);
    const kinds = new Set(
      Object.keys(book.files).map((path) => /pictures?\/?.*\.(\w+)$|images\/.*\.(\w+)$/.exec(path)?.[2]),
    );
    for (const kind of ["png", "jpg", "gif", "svg"]) expect([...kinds]).toContain(kind);
    const long = chapters.filter((path) => book.text(path).includes("again and again"));
    expect(long.reduce((size, path) => size + book.text(path).length, 0)).toBeGreaterThan(2e6);
    const items = chapters.flatMap((path) => book.all(path, "li").map(textOf));
    expect(items.some((text) => text.includes("Depth 8 of a list"))).toBe(true);
    const drawing = Object.keys(book.files).find((path) => path.endsWith("/p5.svg")) ?? "";
    expect(textOf(book.all(drawing, "text")[0] ?? ({ children: [] } as never))).toBe("Text 5 & more");
  });

  test(`satisfies ${judge}`, async () => {
    expect(await epubcheck(book.bytes)).toEqual([]);
  });

  test("satisfies Ace", async () => {
    expect(await ace(book.bytes)).toEqual([]);
  });
});
