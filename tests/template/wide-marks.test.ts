import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { markNarrowMarks } from "../../src/transform/edition/narrow-marks.ts";
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

const narrow = (mark: string): string => `<span class="narrow-mark">${mark}</span>`;

test.each([
  ["ja", "<p>McDonald’s の……話</p>", `<p>McDonald${narrow("’")}s の……話</p>`],
  ["yue", "<p>McDonald’s 好“食”</p>", `<p>McDonald${narrow("’")}s 好“食”</p>`],
  ["zh-Hant-HK", "<p>it’s——“好”</p>", `<p>it${narrow("’")}s——“好”</p>`],
  // A code font has its own marks.
  ["zh", "<p>用 <code>it’s…</code> 和 <kbd>“a”</kbd></p>", undefined],
  ["ja", "<pre>it’s “a” …</pre>", undefined],
  // A reading is not beside the base's neighbours.
  ["ja", "<p><ruby>漢<rt>it’s</rt></ruby>…</p>", `<p><ruby>漢<rt>it${narrow("’")}s</rt></ruby>…</p>`],
  ["ja", "<p>it<ruby>’<rt>x</rt></ruby>s</p>", `<p>it<ruby>${narrow("’")}<rt>x</rt></ruby>s</p>`],
  ["en", "<p>It’s “good”.</p>", undefined],
  ["en", '<p>It’s <span lang="zh">it’s“好”</span></p>', `<p>It’s <span lang="zh">it${narrow("’")}s“好”</span></p>`],
])("in %s: %s", (language, given, expected = given) => {
  const tree = fromHtml(given, { fragment: true });
  markNarrowMarks(tree, language);
  expect(toHtml(tree)).toBe(expected);
});

test.each([
  ["zh-Hant", "Songti TC"],
  ["zh-TW", "Songti TC"],
  ["zh-HK", "Songti TC"],
  ["yue", "Songti TC"],
  ["zh", "Songti SC"],
  ["zh-CN", "Songti SC"],
  ["ja", "HiraMinProN-W3"],
])("in %s the reader's own marks are those of %s", async (language, family) => {
  const css = styleFor(await loaded(), "web", [], language);
  expect(css).toContain(`local("${family}")`);
  // The rule of narrow marks comes last, so that it holds in parts in such a language too.
  expect(css.lastIndexOf(".narrow-mark{")).toBeGreaterThan(css.lastIndexOf("System Marks"));
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
