import gfm from "cmark-gfm-js";
import { describe, expect, test } from "vitest";
import { ourHtml, referenceHtml } from "../support/compare-html.ts";

// GitHub Flavored Markdown's extensions, each example judged by GitHub's own implementation (cmark-gfm, compiled to
// JavaScript), but for task lists, which that build lacks. Our sanitiser's part is told apart by `keeps`.

const tables = [
  "| a | b |\n| - | - |\n| 1 | 2 |",
  "a | b\n--|--\n1 | 2",
  "| a |\n| - |",
  "| l | c | r | n |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |",
  "| a | b |\n| - | - |\n| only one |",
  "| a | b |\n| - | - |\n| 1 | 2 | 3 |",
  "| a \\| b |\n| --- |\n| `c \\| d` |\n| *e \\| f* |",
  "| a | b |\n| - |\n| 1 | 2 |",
  "| a |\n| - |\n| 1 |\n> quote",
  "| a |\n| - |\n| 1 |\nlazy\n\nnext",
  "| a |\n| - |\n| 1 |\n# Heading",
  "| a |\n| - |\n| 1 |\n***",
  "| *a* | **b** |\n| - | - |\n| [l](https://example.org) | `c` |",
  "| ä 漢 | 😀 |\n| - | - |\n| é | ~~x~~ |",
  "> | a |\n> | - |\n> | 1 |",
  "- | a |\n  | - |\n  | 1 |",
  "    | a |\n    | - |",
  "| a |\n| ==== |",
  "| a | b |\n|---|---|\n|   | 2 |",
];

/** Of one tilde GFM's specification does not decide; here it is one of a range (3~5), as `cases/cjk/single-tilde` shows. */
const strikethrough = [
  "~~gone~~",
  "a~~b~~c",
  "~~*nested* **strong**~~ and *~~other~~ way*",
  "~~two\nlines~~",
  "~~not\n\nclosed~~",
  "\\~\\~not~~",
  "`~~code~~`",
  "~~a [link](https://example.org)~~",
  "~~ spaced ~~",
  "~~~~",
];

const autolinks = [
  "www.example.org",
  "See www.example.org/path?a=b&c=d#e.",
  "(www.example.org/a_(b))",
  "www.example.org/a)",
  "http://example.org and https://example.org/",
  "https://example.org/a*b*_c_d~",
  "https://example.org/&amp;",
  "https://example.org/x&copy;",
  "https://example.org/<b",
  "a@example.org, b.c+d-e_f@example.co.uk.",
  "a@b",
  "a@example.org-",
  "mailto:a@example.org",
  "www.example",
  "ahttps://example.org",
  "*https://example.org*",
  "`https://example.org`",
  "[https://example.org](https://example.com)",
  "https://example.org!?.,:;'\"",
  "https://",
  "example.org",
];

const disallowedHtml = [
  "a <title> b",
  "a <textarea> *b*",
  "<b>a <xmp> b</b>",
  "a <iframe> b <plaintext> c",
  "a <noembed> <noframes> b",
  "a <STYLE\n> b",
];

const footnotes = [
  "A[^1].\n\n[^1]: Note.",
  "A[^b] and[^a].\n\n[^a]: One.\n[^b]: Two.",
  "A[^1] and[^1] again.\n\n[^1]: Note.",
  "A[^1].\n\n[^1]: Note\nlazily.",
  "A[^1].\n\n[^1]: Note.\n\n    Second paragraph.",
  "A[^1].\n\n[^1]: Note.\n\nNot the note.",
  "A[^long-name].\n\n[^long-name]: *Note* with `code`.",
  "> A[^1].\n\n[^1]: Note.",
  "A[^missing].",
];

/** Our own marks for what `align` says and the scope of header cells. */
function withoutOurs(html: string): string {
  return html.replaceAll(/ scope="(?:col|row)"/g, "").replaceAll(/ class="align-(\w+)"/g, ' style="text-align: $1"');
}

describe.each(Object.entries({ tables, strikethrough }))("%s", (_, examples) => {
  test.each(examples)("%j", (markdown) => {
    expect(withoutOurs(ourHtml(markdown))).toBe(referenceHtml(gfm.convert(markdown)));
  });
});

test("a single tilde strikes nothing out, unlike on GitHub: ranges are written with it", () => {
  expect(ourHtml("3~5 times, 10~15 minutes, ~gone~")).toBe("<p>3~5 times, 10~15 minutes, ~gone~</p>");
});

test("a table may follow a line of text, as on GitHub since cmark-gfm 0.29", () => {
  expect(withoutOurs(ourHtml("text\n| a |\n| - |\n| 1 |"))).toBe(
    "<p>text</p><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
  );
});

describe("autolinks", () => {
  test.each(autolinks)("%j", (markdown) => {
    expect(ourHtml(markdown)).toBe(referenceHtml(gfm.convert(markdown)));
  });
});

describe("disallowed raw HTML", () => {
  test.each(disallowedHtml)("%j keeps its text, without the tags that GFM shows as text", (markdown) => {
    const shown = gfm.convert(markdown).replaceAll(/&lt;\w+\s*>/g, "");
    expect(ourHtml(markdown)).toBe(referenceHtml(shown));
  });

  test("text that begins with such an open tag is a paragraph without it", () => {
    expect(ourHtml("<STYLE\n> a")).toBe("<p>a</p>");
  });
});

describe("footnotes", () => {
  /** What is left when ids, names, ways back and the heading are not looked at. */
  const skeleton = (html: string): string =>
    html
      .replaceAll(/ <a [^>]*>(?:[↩↑]|\d+)<\/a>/g, "")
      .replaceAll("<h2>Notes</h2>", "")
      .replaceAll(/<(\w+) [^>]*>/g, "<$1>");

  test.each(footnotes)("%j", (markdown) => {
    expect(skeleton(ourHtml(markdown))).toBe(skeleton(referenceHtml(gfm.convert(markdown, gfm.Option.footnotes))));
  });
});

describe("task lists", () => {
  const box = '<input type="checkbox" disabled>';
  const checked = '<input type="checkbox" checked disabled>';
  test.each([
    ["- [ ] a", `<ul><li>${box} a</li></ul>`],
    ["- [x] a\n- [X] b", `<ul><li>${checked} a</li><li>${checked} b</li></ul>`],
    ["1. [ ] a", `<ol><li>${box} a</li></ol>`],
    ["- [ ] a\n  - [x] b", `<ul><li>${box} a<ul><li>${checked} b</li></ul></li></ul>`],
    ["- [ ] a\n\n- [x] b", `<ul><li><p>${box} a</p></li><li><p>${checked} b</p></li></ul>`],
    ["- [] a\n- [y] b\n- [ ]c", "<ul><li>[] a</li><li>[y] b</li><li>[ ]c</li></ul>"],
    ["- a [ ] b", "<ul><li>a [ ] b</li></ul>"],
    ["[ ] a", "<p>[ ] a</p>"],
    ["- [ ] *a*\n- b", `<ul><li>${box} <em>a</em></li><li>b</li></ul>`],
  ])("%j", (markdown, html) => {
    const ours = ourHtml(markdown).replaceAll(/ class="(?:contains-task-list|task-list-item)"/g, "");
    expect(ours).toBe(html);
  });
});
