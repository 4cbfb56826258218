import { describe, expect, test } from "vitest";
import { expectHeld } from "../support/attack.ts";

// Values of another kind than is asked for. Whatever they are: something is made or an error has its line, in words for authors.

const expectFiles = (files: Record<string, string | Uint8Array>) => expectHeld({ files, mayBeRefused: true });

describe("front matter", () => {
  const attacks = [
    [
      "title: {}",
      "title: []",
      "title: null",
      "title: 5",
      "title: !!js/function x",
      "title: !!set {a}",
      "title: &a [*a]",
    ],
    ["title: !!timestamp 2001", 'title: "\\uD800"', 'title: "\\0"', "date: 5", "date: {}", "date: 99999999999-01-01"],
    [
      "date: '0000-00-00'",
      "authors: 5",
      "authors: [[]]",
      "authors: [null]",
      "authors: {name: x}",
      "authors: {__proto__: x}",
    ],
    ["language: 5", "language: xx", "language: '../../x'", "language: __proto__", "language: constructor"],
    [
      "template: ../../x",
      "template: constructor",
      "template: {}",
      "template: {name: handout, options: {__proto__: 1}}",
    ],
    [
      "template: {name: handout, options: {constructor: 1}}",
      "options: {toString: y}",
      "variables: 5",
      "variables: [a]",
    ],
    ["variables: {a: {b: c}}", "variables: {'{{x}}': y, '': z}", "variables: {valueOf: x, __proto__: y}", "cover: 5"],
    ["cover: //x", "cover: ///etc/passwd", "cover: ////x.png", "cover: /", "cover: ''", "cover: '\\\\x'", "cover: {}"],
    ["cover: ../../../etc/passwd", "cover: file:///etc/passwd", "identifier: x", "identifier: {}"],
    [
      "identifier: 'isbn:__proto__'",
      "keywords: 5",
      "keywords: [[], {}]",
      "rights: {}",
      "licence: '../'",
      "licence: __proto__",
    ],
    ["license: javascript:alert(1)", "url: javascript:x", "series: {}", "series: [x]", "publisher: []", "editions: 5"],
    ["editions: [constructor]", "prose: 5", "prose: {constructor: 1}", "citations: 5", "bibliography: [5, {}, ../x]"],
    ["bibliography: /etc/passwd", "csl: 5", "citation-style: {a: 1}", "citation-style: ../../../etc/passwd"],
    ["page-size: 1e999mm", "margins: x", "short-title: {}", "numbering: x", "toc: {}", "review: x", "updated: x"],
    [
      "abbreviations: 5",
      "abbreviations: {__proto__: x, '': y, 5: z}",
      "glossary: x",
      "facts: 5",
      "? {a: b}\n: x",
      "? [a]\n: x",
    ],
    ["{a", "- a", "5", "'x'", "*a", "&a", "!!x", "%TAG", "@", "`", '"\\x"', "\t", "a: b: c", "a:\n b\n  c: d", "<<: x"],
    [
      "<<: {a: 1}",
      "? ",
      "&a [*a]",
      "&a {b: *a}",
      "x: !<tag:evil> y",
      "dialect: [constructor]",
      "brand: {logo: ../../x}",
    ],
  ].flat();
  test.each(attacks)("%j", (value) => expectFiles({ "article.md": `---\n${value}\n---\n\n# T\n\nKept.\n` }));
});

describe("a work in CSL JSON", () => {
  const attacks: readonly object[] = [
    ...[null, "x", 5, [null], [5], [[["x"]]], [{ family: { a: 1 } }], [{ family: 5, given: [] }], [{ literal: 5 }]].map(
      (author) => ({ author }),
    ),
    ...[
      { family: "x", "non-dropping-particle": 5, suffix: {} },
      { family: "x", given: "y", "static-ordering": {}, "comma-suffix": {} },
      { family: "van der X", "parse-names": true, isInstitution: {} },
      { family: "x", multi: { _key: 5 } },
    ].map((author) => ({ author: [author] })),
    ...["2000", null, 5, {}, { "date-parts": 5 }, { "date-parts": [5] }, { "date-parts": [[null]] }].map((issued) => ({
      issued,
    })),
    ...[[["x", "y"]], [[2000, 99, 99], [1, 2, 3], [4]], [[1e21, -1, 0]], [[-5000]]].map((parts) => ({
      issued: { "date-parts": parts },
    })),
    ...[{ season: 99 }, { season: {} }, { circa: {} }, { literal: {} }, { raw: "x".repeat(100_000) }].map((more) => ({
      issued: { "date-parts": [[2000]], ...more },
    })),
    ...[
      null,
      {},
      5,
      ["x"],
      "<i><b><sc>x".repeat(500),
      "\"'\u201c".repeat(5000),
      "\u202ex\u2066",
      "\uD800",
      "\uFDD0 \uFFFF",
    ].map((title) => ({ title })),
    ...[{}, 5, "constructor", "__proto__", "toString"].map((type) => ({ type })),
    ...[{}, 5, "1-".repeat(20_000)].map((page) => ({ page })),
    ...[5, "{:a:b}".repeat(1000), "type: constructor\n__proto__: x\nissued: x"].map((note) => ({ note })),

    { volume: [1] },
    { number: "1,&-".repeat(5000) },
    { edition: {} },
    { language: 5 },
    { URL: "javascript:alert(1)" },

    { DOI: {} },
    { abstract: [] },
    { categories: 5 },
    { custom: 5 },
    { multi: {} },
    { multi: { main: 5, _keys: 5 } },
    { shortTitle: {} },
    { locator: {} },
    { jurisdiction: 5, type: "legal_case" },
    { country: {}, type: "bill" },

    { "year-suffix": {} },
    { "citation-label": {} },
    { "citation-number": {} },
    { position: 5 },
    { "near-note": "x" },
  ];
  const article = "# T\n\nx [@a, p. 4] y.\n\nKept.\n";
  test.each(attacks.map((attack) => [JSON.stringify(attack).slice(0, 60), attack] as const))("%s", (_, item) =>
    expectFiles({
      "article.md": article,
      "references.json": JSON.stringify([{ id: "a", type: "book", title: "T", ...item }]),
    }),
  );
  test.each([
    '[[{"id":"a"}]]',
    "{}",
    '{"items":5}',
    '"x"',
    "5",
    "[{",
    '[{"id":{},"type":"book"}]',
    '[{"id":5,"type":"book"}]',
  ])("a file %s", (text) => expectFiles({ "article.md": article, "references.json": text }));
});

describe("a picture", () => {
  const start = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const png = (width: number, height: number): Uint8Array => {
    const bytes = Buffer.alloc(33);
    Buffer.from(start).copy(bytes);
    bytes.writeUInt32BE(13, 8);
    bytes.write("IHDR", 12);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    bytes[24] = 8;
    bytes[25] = 6;
    return bytes;
  };
  const svg = (inner: string, attributes = 'viewBox="0 0 9 9"'): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;
  const attacks: readonly (readonly [name: string, content: string | Uint8Array])[] = [
    ["a.png", ""],
    ["a.png", Uint8Array.from(start)],
    ["a.png", png(100_000, 100_000)],
    ["a.png", png(0xff_ff_ff_ff, 0xff_ff_ff_ff)],
    ["a.png", png(0, 0)],
    ["a.png", png(10, 10)],
    ["a.png", "<svg/>"],
    ["a.png", "<html>"],
    ["a.jpg", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ["a.gif", Buffer.from("GIF89a\u00FF\u00FF\u00FF\u00FF", "latin1")],
    ["a.webp", Buffer.from("RIFF\u00FF\u00FF\u00FF\u00FFWEBPVP8X", "latin1")],
    ["a.avif", Buffer.from("\0\0\0\u001Cftypavif", "latin1")],
    ["a.tif", Buffer.from("II*\0\b\0\0\0", "latin1")],
    ["a.bmp", "BM"],
    ["a.ico", Uint8Array.from([0, 0, 1, 0, 255, 255])],
    ["a.svgz", Uint8Array.from([0x1f, 0x8b, 8, 0, 0])],
    ["a.svg", ""],
    ["a.svg", "hi"],
    ["a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><g"],
    [
      "a.svg",
      svg(
        '<path d="M z 1e999 q"/><rect transform="matrix(1e999)" width="-5"/>',
        'width="NaN" height="1e999" viewBox="a b"',
      ),
    ],
    ["a.svg", svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')],
    [
      "a.svg",
      svg(
        '<pattern id="p" width="1" height="1"><rect fill="url(#p)" width="1" height="1"/></pattern><rect fill="url(#p)"/>',
      ),
    ],
    ["a.svg", svg('<g id="__proto__"/><use href="#constructor"/><use href="#__proto__"/>')],
    [
      "a.svg",
      svg(
        "<style>@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA)}@import url(http://e.org)</style><text>x</text>",
      ),
    ],
  ];
  test.each(attacks)("%s %#", (name, content) =>
    expectHeld({ files: { "article.md": `# T\n\n![alt](${name})\n\nKept.\n`, [name]: content }, has: ["Kept."] }),
  );
});

describe("a table in CSV", () => {
  const attacks = [
    ["", '"', 'a,b\n"x,1\n'.repeat(10), "a,b\n1\n1,2,3\n", "a", "__proto__,constructor\n1,2", "a,a,a\n1,2,3"],
    ["a,b\n=cmd|' /C calc'!A0,1", `${",".repeat(10_000)}\n1`, "a,b\nx,1e999\ny,--5\nz,0x10", "a;b\n1;2", "\n\n\n"],
  ].flat();
  test.each(attacks)("%# %j", (text) =>
    expectHeld({
      files: { "article.md": "# T\n\n```chart\nkind: bar\ntitle: x\ndata: d.csv\n```\n\nKept.\n", "d.csv": text },
      has: ["Kept."],
    }),
  );
});

test("no name of an Object was changed by any of them", () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});
