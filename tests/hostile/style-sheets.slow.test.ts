import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { build } from "../../src/pipeline/build.ts";
import { inFolder } from "../support/built.ts";
import { processorTime } from "../support/processor-time.ts";
import { worldOf } from "../support/world.ts";

// Style sheets beside a text: nothing is fetched, nothing runs, nothing leaves its element, and the text stays.

async function made(sheet: string) {
  const files = { "article.md": "# T\n\nKept.\n", "style.web.css": sheet, "style.book.css": sheet };
  const before = processorTime();
  const outcome = await build(worldOf(inFolder("text", files)), {
    sources: ["text"],
    config: {},
    toolVersion: "0.0.0",
    pageList: false,
    editions: ["web", "ebook"],
  });
  expect(outcome.diagnostics.filter(({ concern }) => concern === "tool")).toEqual([]);
  expect(processorTime() - before).toBeLessThan(30_000);
  const [web, book] = outcome.ok ? outcome.value.flatMap(({ artifacts }) => artifacts) : [];
  if (!web || !book) throw new Error("Nothing was made.");
  const texts = Object.entries(unzipSync(book.bytes)).filter(([path]) => /\.(?:css|xhtml)$/.test(path));
  return [new TextDecoder().decode(web.bytes), ...texts.map(([, bytes]) => strFromU8(bytes))];
}

describe("nothing of another place is fetched", () => {
  const address = "evil.example";
  test.each([
    `@import url(http://${address}/a.css);`,
    `@import "http://${address}/a.css" screen;`,
    `@IMPORT '//${address}/a.css';`,
    String.raw`@\69mport url(//${address}/a);`.replace("${address}", address),
    `@import/**/url(//${address}/a);`,
    `@import url("file:///etc/${address}");`,
    `p { background: url(http://${address}/a.png) }`,
    `p { background: URL( "//${address}/a.png" ) }`,
    `p { background-image: image-set("https://${address}/a.png" 1x) }`,
    `p { background: -webkit-image-set(url(//${address}/a) 1x) }`,
    `p { background: image(url(//${address}/a), red) }`,
    `p { background: cross-fade(url(//${address}/a), url(//${address}/b), 50%) }`,
    `p { cursor: url(//${address}/c.cur), auto }`,
    `p { content: url(//${address}/a.svg) }`,
    `p { mask: url(//${address}/a.svg#m); filter: url(//${address}/a.svg#f); clip-path: url(//${address}/a.svg#c) }`,
    `li { list-style: url(//${address}/a.png) }`,
    `p { --x: url(//${address}/a); background: var(--x) }`,
    `p { background: src("//${address}/a") }`,
    `@font-face { font-family: x; src: url(https://${address}/a.woff2) }`,
    `@namespace url(http://${address}/);`,
    `@media print { @import url(//${address}/a); p { background: url(//${address}/a) } }`,
    `@supports (display: grid) { p { background: url(//${address}/a) } }`,
    `@layer a { @container (width > 1px) { p { background: url(//${address}/a) } } }`,
    `p { & span { background: url(//${address}/a) } }`,
    `@property --x { syntax: "<url>"; inherits: true; initial-value: url(//${address}/a) }`,
    `@document url(http://${address}/) { p { color: red } }`,
    `p { behavior: url(//${address}/a.htc); -moz-binding: url(//${address}/a.xml#x) }`,
    `p { background: url(//${address}/b`,
  ])("%s", async (sheet) => {
    for (const text of await made(sheet)) expect(text).not.toMatch(/evil\.example/);
  });
});

describe("nothing runs, and nothing leaves its element", () => {
  test.each([
    "</style><script>alert(1)</script>",
    "p::after { content: '</style><script>alert(1)</script>' }",
    "p::after { content: '\\3c/style>\\3cscript>alert(1)\\3c/script>' }",
    "/* </STYLE ><script>alert(1)</script> */ p { color: red }",
    "<!-- --> p { color: red } ]]><script>alert(1)</script>",
    "p { width: expression(alert(1)) }",
    "p { background: url('javascript:alert(1)') }",
    "p { background: url(data:text/html,<script>alert(1)</script>) }",
    '@charset "utf-7"; +ADw-script+AD4-alert(1)',
  ])("%s", async (sheet) => {
    for (const text of await made(sheet)) {
      if (text.startsWith("<")) expect(text.replaceAll(/<style>[^]*?<\/style>/g, "")).not.toMatch(/<script>alert/);
      expect(text).not.toMatch(/url\(["']?javascript:|<\/style[^>]+>|<\/style>\s*<script>alert/i);
    }
  });
});

describe("whatever it is, the text stays", () => {
  test.each(
    Object.entries({
      "no end": "p { color: red",
      "no beginning": "}}}}} p { color: red }",
      "bytes of another code": "p::before { content: '\uFFFD\uFFFE' }",
      "nested blocks": "@media all {".repeat(5000),
      "nested brackets": `p { width: ${"calc(".repeat(5000)}1px${")".repeat(5000)} }`,
      "a selector of 20,000 parts": `${"p ".repeat(20_000)}{ color: red }`,
      "20,000 selectors": `${"p,".repeat(20_000)}p { color: red }`,
      "is in is": `${":is(".repeat(2000)}p${")".repeat(2000)} { color: red }`,
      "20,000 rules": "p { color: red }\n".repeat(20_000),
      "a property of Object": "p { __proto__: x; constructor: y }",
      "an open comment": "p { color: red } /* x",
      "an open text": "p::before { content: 'x",
      strokes: "\\".repeat(50_000),
    }),
  )("%s", async (_, sheet) => {
    expect((await made(sheet)).some((text) => text.includes("Kept."))).toBe(true);
  });
});
