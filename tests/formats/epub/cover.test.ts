import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { build } from "../../../src/pipeline/build.ts";
import { fit } from "../../../src/template/cover/fit.ts";
import { drawOrnament } from "../../../src/template/cover/ornament.ts";
import { inVisualOrder } from "../../../src/template/visual-order.ts";
import { temporaryFolder } from "../../support/temporary.ts";
import { epubOf } from "../../support/epub.ts";
import { worldIn } from "../../support/world.ts";

const frame = { width: 1000, height: 600, leading: 1.2, sizes: [100, 50] };
/** Every character half an em wide. */
const measure = (text: string): number => text.length / 2;

describe("a text fitted into a frame", () => {
  test("takes the largest size that fits", () => {
    expect(fit("Two roads", frame, measure)).toEqual({ size: 100, lines: ["Two roads"] });
    expect(fit("word ".repeat(40).trim(), frame, measure).size).toBe(50);
  });

  test("breaks into lines of like length", () => {
    expect(fit("one two three four five six", frame, measure).lines).toEqual(["one two three", "four five six"]);
  });

  test("keeps a number with the word before it", () => {
    expect(fit("On the whole of Step 1", { ...frame, width: 950 }, measure).lines).toEqual([
      "On the whole",
      "of Step 1",
    ]);
    expect(fit("The end of the first Step 1", frame, measure).lines.at(-1)).toBe("first Step 1");
    expect(fit("About the whole of 2026", { ...frame, width: 950 }, measure).lines).toEqual([
      "About the",
      "whole of 2026",
    ]);
  });

  test("loses no word where kerning makes a line narrower than its words", () => {
    const kerned = (text: string): number => text.length / 2 - (text.includes(" ") ? 0.1 : 0);
    expect(fit("ten chars ten chars.", { ...frame, width: 990 }, kerned).lines).toEqual(["ten chars ten chars."]);
  });

  test("breaks a word that is wider than the frame, with a hyphen", () => {
    expect(fit("x".repeat(100), frame, measure)).toEqual({
      size: 50,
      lines: [`${"x".repeat(39)}-`, `${"x".repeat(39)}-`, "x".repeat(22)],
    });
    expect(fit("_".repeat(50), frame, measure).lines).toEqual(["_".repeat(39), "_".repeat(11)]);
  });

  test("hyphenates by the patterns of the language, and after hyphens", () => {
    const narrow = { ...frame, width: 600, height: 2000, sizes: [100], language: "de" };
    expect(fit("Wörter-mit-vielen-Bindestrichen", narrow, measure).lines).toEqual([
      "Wörter-mit-",
      "vielen-",
      "Bindestri-",
      "chen",
    ]);
    expect(fit("Donaudampfschifffahrt", narrow, measure).lines).toEqual(["Donaudampf-", "schifffahrt"]);
    expect(fit("An e-book of COVID-19", narrow, measure).lines.join(" ")).toBe("An e-book of COVID-19");
  });

  test("breaks Chinese and Japanese between words, and never before a closing mark or a particle", () => {
    const wide = (line: string): number => line.length;
    const { size, lines } = fit("米国医師国家試験（ステップ）が進路に与える影響。", { ...frame, width: 800 }, wide);
    expect(size).toBe(100);
    expect(lines.join("")).toBe("米国医師国家試験（ステップ）が進路に与える影響。");
    expect(lines.filter((line) => /^[）がに。]|（$/.test(line))).toEqual([]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(8);
  });

  test("truncates long values at any size, and marks it", () => {
    const { lines } = fit("word ".repeat(500).trim(), frame, measure);
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toMatch(/ …$/);
  });
});

describe("a line in two directions", () => {
  const seen = (line: string, direction: "ltr" | "rtl") =>
    inVisualOrder(line, (character) => (/[a-z ]/i.test(character) ? "Latin" : "other"), direction).map(
      ({ text }) => text,
    );

  test("is seen as the Unicode Bidirectional Algorithm orders it", () => {
    expect(seen("كتاب Step 1", "rtl")).toEqual(["Step ", "1", " ", "كتاب"]);
    expect(seen("Step 1: كتاب صغير", "ltr")).toEqual(["Step ", "1:", " ", "صغير", " ", "كتاب"]);
  });
});

/** The cover of an article with a title, as pixels of one byte for each of red, green and blue. */
async function coverOf(title: string) {
  const book = await epubOf({
    "article.md": `---\ntitle: ${JSON.stringify(title)}\nauthors: [Ada Example]\n---\n\nText.\n`,
  });
  const { data, info } = await sharp(book.files["EPUB/cover.png"])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixel = (x: number, y: number): string =>
    data
      .subarray((y * info.width + x) * 3)
      .subarray(0, 3)
      .toString("hex");
  const column = (x: number): string[] => Array.from({ length: info.height }, (_, y) => pixel(x, y));
  return { book, info, column };
}

describe("the drawn cover", () => {
  test("is 1600 by 2560 pixels and has a description in words", async () => {
    const { book, info } = await coverOf("A title");
    expect([info.width, info.height]).toEqual([1600, 2560]);
    expect(book.all("EPUB/text/cover.xhtml", "img")[0]?.attributes["alt"]).toBe("A title. Ada Example");
    expect(book.diagnostics).toEqual([]);
  });

  test.each([
    ["a short title", "Go"],
    [
      "a long title",
      "The long and winding story of a title that was written by somebody who could not stop ".repeat(4).trim(),
    ],
    ["a title of one endless word", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen".repeat(3)],
  ])("keeps %s inside its frame and prints it", async (_, title) => {
    const { column } = await coverOf(title);
    const inLabel = column(300).slice(170, 1700);
    expect(new Set(inLabel).size).toBeGreaterThan(1);
    // Between the letters and the frame, and on the cloth outside, there is one colour only.
    for (const x of [200, 1400]) expect(new Set(column(x).slice(170, 1690)).size, `column ${x}`).toBe(1);
    for (const x of [60, 1540]) expect(new Set(column(x)).size, `column ${x}`).toBe(1);
  });

  test("has an ornament of its own for each title, the same each time", () => {
    const field = { x: 0, bottom: 400, tile: 100, columns: 8, rows: 4 };
    const ornament = drawOrnament("Go", "#123456", field);
    expect(ornament.match(/<path/g)).toHaveLength(32);
    expect(drawOrnament("Go", "#123456", field)).toBe(ornament);
    expect(drawOrnament("Come", "#123456", field)).not.toBe(ornament);
  });

  test("takes its letters from several cuts of a face", async () => {
    const { book } = await coverOf("Łódź, Ελλάδα, Москва");
    expect(book.diagnostics).toEqual([]);
  });

  test("omits the words whose letters no face has, with a finding", async () => {
    const { book, column } = await coverOf("គណិត");
    // Above the ornament.
    expect(new Set(column(300).slice(170, 900)).size).toBe(1);
    expect(book.diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["glyphAvailable", "warning"],
      ["coverGlyphs", "warning"],
    ]);
    expect(book.diagnostics[1]?.message).toContain('"គណិត"');
  });

  test("is left without the signs alone that the faces have none of", async () => {
    const { book, column } = await coverOf("🙂 Emoji & “quotes” — ½ ≠ ∞");
    expect(new Set(column(300).slice(170, 900)).size).toBeGreaterThan(1);
    expect(book.diagnostics.at(-1)?.message).toMatch(/ so the cover shows "Emoji & “quotes” — ½ ≠ ∞"\.$/);
  });
});

describe("a layout that is no XML", () => {
  test("is a diagnostic that names it and the line", async () => {
    const folder = await temporaryFolder({ "article.md": "# Title\n\nText.\n" });
    await cp(join(import.meta.dirname, "../../../templates"), join(folder, "templates"), { recursive: true });
    const layout = join(folder, "templates/handout/book/chapter.liquid");
    await writeFile(layout, (await readFile(layout, "utf8")).replace("</head>", ""));
    const request = { sources: ["article.md"], editions: ["ebook"] as const, toolVersion: "0.0.0" };
    const outcome = await build(worldIn(folder), { ...request, config: { templates: "templates" } });
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics.map(({ rule, file }) => [rule, file])).toContainEqual([
      "templateRenders",
      "templates/handout/book/chapter.liquid",
    ]);
    expect(outcome.diagnostics[0]?.message).toMatch(/not give well-formed XML: .*head.*line \d+/);
  });
});
