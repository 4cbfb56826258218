import { expect, test } from "vitest";
import { narrowMarks } from "../../src/model/wide-characters.ts";
import { subsetFonts } from "../../src/template/fonts.ts";
import { loadTemplate, styleFor, type Template } from "../../src/template/load.ts";
import { openTypeface } from "../../src/template/typeface.ts";
import { mainMarks } from "../../src/template/wide-marks.ts";
import { join } from "node:path";
import { printDiagnostics } from "../support/prepare.ts";
import { worldIn } from "../support/world.ts";

const templates = join(import.meta.dirname, "..", "..", "templates");
const used = { text: "彼は……と言った——「はい」―‥ It’s", code: "", math: "" };

test.each([
  ["他说：“好……”", ""],
  ["‘好’——“走”", ""],
  ["“Hello”是英文", ""],
  ["他说“Hello, world”", ""],
  ["说 “Hello” 吧", ""],
  ["“‘中’”", ""],
  ["……", ""],
  ["第一章——Introduction", ""],
  ["Introduction——第一章", ""],
  ["McDonald’s很好", "’"],
  ["the ’90s年代", "’"],
  ["“An English one,” she said", "“”"],
  ["rock ’n’ roll", "’’"],
  ["wait… and — see", "…—"],
  ["中文。 “English ‘inner’ only”", "‘’"],
  ["x…y", "…"],
  ["L’été “vert”", "’“”"],
])("in %s the narrow marks are %j", (line, narrow) => {
  expect([...narrowMarks(line)].map((index) => line[index]).join("")).toBe(narrow);
});

test("a text in Japanese has its own ellipsis and dash, in headings too, and a part in another language has not", async () => {
  const template = await loaded();
  const fonts = await cut(template, ["ja"]);
  const marks = fonts.filter(({ family }) => family === "Noto Serif JP Marks");
  expect(marks.map(({ weight, unicodeRange }) => [weight, unicodeRange])).toEqual([
    [400, "U+2026,U+2025,U+2014,U+2015"],
    [700, "U+2026,U+2025,U+2014,U+2015"],
  ]);
  for (const edition of ["web", "handout", "large-print", "ebook"] as const) {
    const css = styleFor(template, edition, fonts, "ja");
    expect(css).toContain('"Noto Serif JP Marks", "Source Serif 4"');
    expect(css).toContain('"Noto Serif JP Marks", "Source Sans 3"');
    expect(css).toMatch(/p\[lang\],span\[lang\][^{]*\{font-family:"(?:Source Serif 4|Atkinson Hyperlegible Next)"/);
  }
});

test("an English text with a part in Japanese has wide marks in that part alone", async () => {
  const template = await loaded();
  const css = styleFor(template, "ebook", await cut(template, ["en", "ja"]), "en");
  expect(css).not.toContain('"Noto Serif JP Marks", "Source Serif 4"');
  expect(css).toMatch(/p\[lang\|="ja"\],[^{]*\{font-family:"Noto Serif JP Marks","Noto Serif JP","Source Serif 4"/);
});

test("where no family for the script is installed, a font of the reader gives the marks on screen and paper", async () => {
  const template = await loaded();
  expect(styleFor(template, "web", [], "zh-Hans")).toMatch(/@font-face\{font-family:"System Marks";src:local\(/);
  expect(styleFor(template, "web", [], "zh-Hans")).toContain('"System Marks", "Source Serif 4"');
  expect(styleFor(template, "ebook", [], "zh-Hans")).not.toContain("unicode-range");
  expect(styleFor(template, "web", [], "de")).not.toContain("Marks");
});

test("the title of a cover has wide marks, but not in Latin words", async () => {
  const template = await loaded();
  const fonts = await cut(template, ["ja"]);
  const face = { family: "Source Serif 4", weight: 600, style: "normal" } as const;
  const own = openTypeface(fonts, face);
  const wide = openTypeface(fonts, { ...face, marks: mainMarks(template.settings, "ja") });
  expect(wide.measure("は…")).toBeGreaterThan(own.measure("は…"));
  expect(wide.measure("x…")).toBe(own.measure("x…"));
});

async function loaded(): Promise<Template> {
  const template = await loadTemplate(worldIn(templates), [templates], "handout");
  if (!template.ok) throw new Error(printDiagnostics(template.diagnostics));
  return template.value;
}

async function cut(template: Template, languages: readonly string[]) {
  const fonts = await subsetFonts(worldIn(templates), template, { ...used, languages }, { wanted: ["large-print"] });
  if (!fonts.ok) throw new Error(printDiagnostics(fonts.diagnostics));
  return fonts.value;
}
