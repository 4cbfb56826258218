import { describe, expect, test } from "vitest";
import { expectHeld } from "../support/attack.ts";
import { prepareSource, printDiagnostics } from "../support/prepare.ts";
import { printBody } from "../support/print-body.ts";
import { worldOf } from "../support/world.ts";

const rest = "\n\nKept one.\n\n## Kept heading\n\nKept *two*[^n].\n\n[^n]: Kept note.\n";
const remaining = ["<p>Kept one.</p>", "Kept heading</h2>", "Kept <em>two</em>", "Kept note.", 'role="doc-endnotes"'];

describe("nothing is lost after unclosed HTML", () => {
  const blocks = [
    "<!-- a note to myself",
    "<!--",
    "<!-- a\nnote in lines",
    "<!-- a --!> Kept zero.",
    "<?php echo 1;",
    "<?xml version=",
    "<![CDATA[",
    "<![CDATA[ x",
    "<!X",
    "<!DOCTYPE html",
    "<script>",
    "<script>\nalert(1)",
    "<style>\np {}",
    "<textarea>",
    "<pre>",
    "<pre><code>",
    ..."select svg math table template frameset object audio video canvas button applet noframes noscript div section article details summary blockquote ul ol dl figure figcaption header footer main nav aside form fieldset center dialog address hgroup"
      .split(" ")
      .map((name) => `<${name}>`),
    "<table><tr><td>",
    "<svg><title>",
    "<math><mi>",
    "<select><option>",
    "<details><summary>",
    "<ul><li>",
    '<div class="a"><div><div>',
    "- <!-- in a list",
    "> <!-- in a quotation",
    "1. <?in a list",
  ];
  test.each(blocks)("%s", (opening) =>
    expectHeld({ files: `# T\n\n${opening}${rest}`, has: remaining, says: [/html(Closed|Supported)/] }),
  );

  const inline =
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var".split(
      " ",
    );
  test.each(inline)("a line with <%s>", (name) =>
    expectHeld({
      files: `# T\n\nOne <${name}>open[^n] and more.${rest}`,
      has: [...remaining.slice(0, 1), "Kept heading</h2>", "Kept <em>two</em>", "Kept note.", 'role="doc-endnotes"'],
      says: [/htmlClosed The HTML element/],
    }),
  );
  test.each(inline)("a table cell with <%s>", (name) =>
    expectHeld({
      files: `# T\n\n| a | b |\n| - | - |\n| x <${name}>y | z |${rest}`,
      has: remaining.slice(1),
      says: [/htmlClosed/],
    }),
  );
});

describe("leaves out only elements without text", () => {
  test.each([
    ["a <textarea> *b*", "<em>b</em>", "its tag is left out"],
    ["a <textarea>b</textarea> *c*\n\n<!-- d", "<em>c</em>", "The comment that begins here"],
    ["<STYLE\n> a", "<p>a</p>", "its tag is left out"],
    ["<pre>\n*a*", "<em>a</em>", "its tag is left out"],
    ["<!-- a --!> b", "<p>b</p>", 'it ends at "--!>"'],
    [" <!-- b\n\n*c*", "<em>c</em>", "The comment that begins here"],
    ["  <?php b\n\n*c*", "<em>c</em>", "The instruction that begins here"],
    ["```{note}\n<textarea> b\n\n*c*\n```", "<em>c</em>", "The element that begins here"],
    // What another tool's marks have hidden begins a block when they are gone.
    ["{% include a.html %}<![CDATA[ b\n\n*c*", "<em>c</em>", "The CDATA section that begins here"],
  ])("%j", (text, piece, says) =>
    expectHeld({ files: `# T\n\nZero.\n\n${text}${rest}`, has: [piece, ...remaining], says: [RegExp(says)] }),
  );
  test.each(["<style>\np {}", "<script>\np()"])("%j", (text) =>
    expectHeld({ files: `# T\n\n${text}${rest}`, has: remaining, lacks: ["p {}", "p()"] }),
  );
});

describe("a closed one stays unchanged", () => {
  test.each([
    ["<!-- a -->\n\nKept.", "Kept."],
    ["A <textarea>field</textarea> kept.\n\n`<pre>`\n\nKept.", "kept."],
    ["<!-- a\n\nb -->\n\nKept.", "Kept."],
    ["<?php echo 1 ?>\n\nKept.", "Kept."],
    ["`<!--` and <b>bold</b>\n\nKept.", "<b>bold</b>"],
    ["```\n<!-- in code\n```\n\nKept.", "&#x3C;!-- in code"],
    ["<div>\n\nIn *it*.\n\n</div>\n\nKept.", "<em>it</em>"],
    ["<b>one\n\ntwo</b>\n\nKept.", "Kept."],
    ["<p>One\n\nKept.", "Kept."],
    ["<ul><li>One<li>Two</ul>\n\nKept.", "<li>Two</li>"],
    ["<table><tr><td>One<td>Two</table>\n\nKept.", "Two"],
    ["A <br> and <img src='x.png' alt='x'>\n\nKept.", "Kept."],
  ])("%s", (text, piece) =>
    expectHeld({ files: `# T\n\n${text}\n`, has: ["Kept.", piece].slice(1), lacks: ["htmlClosed"] }),
  );
});

test("thousands of them take no time", async () => {
  await expectHeld({ files: `# T\n\n${"<!-- x\n\n".repeat(1000)}Kept.`, has: ["Kept."] });
  await expectHeld({ files: `# T\n\n${"<b>x\n\n".repeat(500)}Kept.`, has: ["<b>x</b>"] });
});

test.each([
  ["never closed", "<aside>\n".repeat(4000), 203],
  ["closed", `${"<div>\n".repeat(300)}\nKept.\n\n${"</div>\n".repeat(300)}`, 203],
  ["in a line", `x ${"<b>".repeat(5000)}`, 3],
  ["lists", "<ul><li>".repeat(3000), 3],
  ["directives", ":::note\n".repeat(390), 202],
])("what is nested too deeply is an error at its line: %s", (_, text, line) =>
  expectHeld({
    files: `# T\n\n${text}\nKept.\n`,
    isRefused: true,
    says: [RegExp(`article\\.md:${line}:\\d+ .*sourceSize More than 200`)],
  }),
);

/** Whatever an author writes between two tags: the text is there, or a finding says that it is not. */
describe("no closed HTML hides text without a word", () => {
  const names =
    `applet audio button canvas caption col colgroup datalist details dialog embed fieldset figure font foreignObject
    form frame frameset iframe image label legend listing map math menu meter noembed noframes noscript object optgroup option
    output picture plaintext progress rp rt ruby script search select slot style summary svg table td template textarea title
    tr video x-own xmp`.split(/\s+/);
  const pairs = [
    ...names.map((name) => [`<${name}>`, `</${name}>`] as const),
    ["<svg><desc>", "</desc></svg>"],
    ["<svg><title>", "</title></svg>"],
    ["<svg><foreignObject><p>", "</p></foreignObject></svg>"],
    ["<math><mtext>", "</mtext></math>"],
    ["<math><semantics><annotation>", "</annotation></semantics></math>"],
    ["<select><option>a</option>", "</select>"],
    ["<video src=a.mp4><p>", "</p></video>"],
    ["<? ", " ?>"],
    ["<?php ", " ?>"],
    ["<![CDATA[", "]]>"],
    ["<![if IE]>", "<![endif]>"],
    ["<!ELEMENT ", ">"],
    ["<!DOCTYPE x [", "]>"],
    ["<template><template>", "</template></template>"],
  ] as const;
  const shapes = [
    (opening: string, end: string) => `Zero ${opening}Hidden${end} one.`,
    (opening: string, end: string) => `${opening}\nHidden\n${end}`,
    (opening: string, end: string) => `${opening}\n\nHidden.\n\nHidden.\n\n${end}`,
    (opening: string, end: string) => `Zero ${opening}one\n\nHidden.\n\ntwo ${end}`,
    (opening: string, end: string) => `- ${opening}\n\n  Hidden.\n\n  ${end}`,
  ];
  test.each(pairs)("%s…%s", async (opening, end) => {
    for (const [index, shape] of shapes.entries()) {
      const outcome = await prepareSource(worldOf({ "article.md": `# T\n\n${shape(opening, end)}\n\nBehind.\n` }), ".");
      const text = outcome.ok ? outcome.value.chapters.map(({ body }) => printBody(body.children)).join("") : "";
      expect(text, `shape ${index}`).toContain("Behind.");
      const lost = (index === 2 ? 2 : 1) - (text.match(/Hidden/g) ?? []).length;
      if (lost > 0)
        expect(printDiagnostics(outcome.diagnostics), `shape ${index}`).toMatch(/html(?:Supported|Closed) /);
    }
  });

  test.each([
    [
      "<?php\n\nHere *is*.\n\n## More\n\n?> b",
      "<p>Here <em>is</em>.</p>",
      "instruction that begins here is not closed in its",
    ],
    ["<?php $a->b\n\nHere\n\n?>", "<p>Here</p>", 'it ends at ">"'],
    [
      `${"<?php\n\nOne\n\n?>\n\n".repeat(12)}\`<?\``,
      "<code>&#x3C;?</code>",
      'between "<.php" and ">" is left out: 5 lines',
    ],
    ["a <?php\necho 1\n?> b", "<p>a  b</p>", 'between "<.php" and ">" is left out: 3 lines'],
    ["a <![CDATA[ *x* & <b>]]> c", "a  *x* &#x26; &#x3C;b> c", "this one is read as text"],
    ["<![CDATA[\none & <i>\n\ntwo\n]]>", "<p>one &#x26; &#x3C;i></p>\n<p>two</p>", "this one is read as text"],
    ["a <?php echo 1 ?> b", "<p>a  b</p>", 'What is written between "<.php" and ">" is left out'],
    ["<svg>\n\nOne.\n\n<path d='M0'/>\n\n</svg>", "<p>One.</p>", "<svg> goes over empty lines"],
    ["<select>A<optgroup label=B><option>c</select>", "A B <input", ""],
    ["<template>a</template>", "", "<template> is left out, with its content"],
    // A fragment that begins with a column has nothing else.
    ["<col>\nHere", "Here", ""],
    ["[Note]: important", "", "gives a link its address, but there is no link .Note."],
  ])("%j", (text, piece, says) =>
    expectHeld({ files: `# T\n\n${text}${rest}`, has: [piece, ...remaining], says: [RegExp(says)] }),
  );

  test.each([
    "<?xml version='1.0'?>",
    "<!DOCTYPE html>",
    "<!-- <?php ?> <![CDATA[ x ]]> -->",
    "[//]: # (a note)",
    "[a]: b.md",
  ])("nothing is said of %j", async (text) => {
    const outcome = await prepareSource(worldOf({ "article.md": `# T\n\n${text}${rest}` }), ".");
    expect(outcome.diagnostics).toEqual([]);
  });
});
