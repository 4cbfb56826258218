import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importDocument } from "../../src/import/import-document.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

async function imported(html: string): Promise<string> {
  const outcome = await importDocument("a.html", new TextEncoder().encode(html));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value.markdown;
}

test("each structure of a page has its marks in Markdown", async () => {
  const html = await readFile(join(import.meta.dirname, "documents/structures.html"), "utf8");
  await expect(await imported(html)).toMatchFileSnapshot("documents/structures.expected");
});

test("unconverted content is a finding with its line, and pictures outside the folder are not copied", async () => {
  const html = await readFile(join(import.meta.dirname, "documents/structures.html"), "utf8");
  const folder = await temporaryFolder({ "in/a.html": html, "in/star.png": "star", "outside.png": "secret" });
  const ran = await offprint(folder, ["import", "in/a.html", "--into", "out"]);
  expect(ran.err).toContain("<iframe> cannot be converted");
  expect(ran.err).toContain("importComplete");
  expect(ran.err).toContain("in/a.html:21");
  expect(ran.err).toContain('"../outside.png" lies outside');
  const files = Object.keys(await snapshot(join(folder, "out")));
  expect(files).toEqual(["article.md", "pictures/picture-1.png", "star.png"]);
});

test("a page without main is its body, without navigation", async () => {
  const page = "<title>Name</title><header>Site</header><nav>Menu</nav><div class='sidebar'>Side</div><p>Text.</p>";
  expect(await imported(page)).toBe("# Name\n\nText.\n");
});

test("the title that the head confirms comes first, and headings that link to themselves are plain", async () => {
  const page = `<title>Name</title><body><dl><dt>Status</dt><dd>Draft</dd></dl><h1 id="n">Name</h1>
    <h2 id="s"><a href="#s">1.</a> <a href="#s">Scope</a></h2><p id="p">Text.<a href="#p" class="pilcrow">¶</a></p>
    <h2><a href="#s">Elsewhere</a></h2></body>`;
  expect(await imported(page)).toBe(
    `# Name\n\nStatus\n:   Draft\n\n## 1. Scope\n\nText.\n\n## [Elsewhere](#1-scope)\n`,
  );
});

test("an encoding that the page names is used", async () => {
  const bytes = Buffer.from("<meta charset=iso-8859-2><p>\xb3.</p>", "latin1");
  const outcome = await importDocument("a.html", bytes);
  expect(outcome).toMatchObject({ ok: true, value: { markdown: "ł.\n" } });
});

test("spaces at the edges of emphasis, emphasis in words, languages in words, headings in cells", async () => {
  const page = `<html lang="en"><main><p>Some <em> spaced </em>text, <strong>bold </strong><em>then</em>, <em>half</em>way,
    and<strong> lead</strong>.</p><p>x<em> </em>y inter<span lang="fr">natio</span>nal <span lang="fr">bonjour</span></p>
    <table><tr><th>H</th></tr><tr><td><h1>Cell</h1></td></tr></table></main></html>`;
  expect(await imported(page)).toBe(`---
language: en
---

Some _spaced_ text, **bold** _then_, *half*way, and **lead**.

x y international :span[bonjour]{lang=fr}

| H        |
| -------- |
| **Cell** |
`);
});

test("list paragraphs of Word and Outlook, and levels of Google Docs, become lists", async () => {
  const item = (level: number, mark: string, text: string): string =>
    `<p class=MsoListParagraph style='margin-left:${level * 36}pt;text-indent:-18pt;mso-list:l0 level${level} lfo1'>
    <![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span
    style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
  const filtered = (margin: string, mark: string, text: string): string =>
    `<p class=MsoListParagraphCxSpMiddle style='margin-left:${margin};text-indent:-.25in'><span
    style='font-family:Symbol'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span>${text}</p>`;
  const google = (level: number, text: string): string => `<ul class="lst-kix_abc-${level}"><li>${text}</li></ul>`;
  const word = item(1, "·", "First") + item(2, "o", "Inner") + item(1, "·", "<b>Last</b>") + item(1, "3)", "Three");
  const page = `<body><div class=WordSection1><p class=MsoNormal>Before</p>${word}<p>Between</p>${filtered("36.0pt", "·", "A")}
    ${filtered("1.0in", "2.", "B")}</div><p>Then</p>${google(0, "One")}${google(1, "Two")}${google(0, "Three")}</body>`;
  expect(await imported(page)).toBe(`Before

- First
  - Inner
- **Last**

3. Three

Between

- A

  2. B

Then

- One
  - Two
- Three
`);
});

test("a page of Offprint is imported without Offprint's additions, and builds again", async () => {
  const article = `---
title: A round trip
language: en
---

A note.[^1] A work.[@ada2020] Two.[@ada2020; @bo2021] See [@tbl:n].

## First {#first}

:::table[Numbers]{#tbl:n}
| A | B |
|---|--:|
| a | 1 |
:::

:::tip[Do this]
In a box.
:::

:::warning
Without a title.
:::

$$
a^2
$$ {#eq:a}

[^1]: The note.
`;
  const references = `@book{ada2020, author = {Example, Ada}, title = {A Work}, publisher = {P}, year = {2020}}
@book{bo2021, author = {Example, Bo}, title = {Another}, publisher = {P}, year = {2021}}`;
  const folder = await temporaryFolder({ "in/article.md": article, "in/references.bib": references });
  await offprint(folder, ["build", "in", "--format", "html", "--out", "dist"]);
  const page = (await snapshot(join(folder, "dist")))["in/in.html"] ?? "";
  const markdown = await imported(Buffer.from(page, "latin1").toString());
  const body = markdown.slice(markdown.indexOf("# A round trip"));
  expect(body).toBe(`# A round trip

A note.[^1] A work.[^2] Two.[^2][^3] See [Table\u00A01](#tbl-n).

## First

:::table[Numbers]{#tbl-n}
| A |  B |
| - | -: |
| a |  1 |
:::

:::tip[Do this]
In a box.
:::

:::warning
Without a title.
:::

$$
a^2
$$

[^1]: The note.

[^2]: Example A. _A Work_. P; 2020.

[^3]: Example B. _Another_. P; 2021.
`);
  const again = await temporaryFolder({ "in/article.md": markdown });
  expect((await offprint(again, ["build", "in", "--format", "html", "--out", "dist"])).code).toBe(0);
});

test("elements of a line end no paragraph in a list item or a division", async () => {
  const html =
    "<h1>T</h1><ol><li>Press <kbd>x</kbd> now.</li><li>A <mark>mark</mark>\n?</li></ol><div>Water: H<sub>2</sub>O.</div>";
  expect(await imported(html)).toBe(
    "# T\n\n1. Press <kbd>x</kbd> now.\n2. A <mark>mark</mark> ?\n\nWater: H<sub>2</sub>O.\n",
  );
});

test("a description without a term is indented text, not the definition of the paragraph before", async () => {
  const html =
    "<h1>T</h1><p>An example:</p><dl><dd><math display='block'><mi>x</mi><mo>=</mo><mn>1</mn></math></dd></dl>" +
    "<ul><li>It holds.<dl><dd>Proof: see above.</dd></dl></li></ul>";
  const markdown = await imported(html);
  expect(markdown).not.toMatch(/^\s*:/m);
  expect(markdown).toContain("$$\nx = 1\n$$");
  expect(markdown).toContain("Proof: see above.");
});

test("formulas of a page that MathJax has typeset are kept", async () => {
  const math = "<math><mi>a</mi><mo>+</mo><mi>b</mi></math>";
  const html =
    `<h1>T</h1><p>When <mjx-container class="MathJax"><mjx-math aria-hidden="true"><mjx-mi></mjx-mi></mjx-math>` +
    `<mjx-assistive-mml>${math}</mjx-assistive-mml></mjx-container> and <script type="math/mml">${math}</script>.</p>` +
    `<mjx-container class="MathJax" display="true"><mjx-assistive-mml>${math}</mjx-assistive-mml></mjx-container>`;
  expect(await imported(html)).toBe("# T\n\nWhen $a + b$ and $a + b$.\n\n$$\na + b\n$$\n");
});

test("spans are what their style shows, and a heading of notes alone goes with them", async () => {
  const page = `<h1>Beans</h1><p>A <span style="font-weight: bold">bold</span>, <span style="color:red;font-style:italic">slanted</span>, <span style="text-decoration: line-through">gone</span> and <span style="font-weight:normal">plain</span> text.<sup><a href="#n1" id="r1">1</a></sup></p>
<h2>More</h2><p>Text.</p><div><h2>References</h2><ol><li id="n1"><a href="#r1">^</a> A note.</li></ol></div><div class="related"><h2>Related</h2></div>`;
  expect(await imported(page)).toBe(
    "# Beans\n\nA **bold**, _slanted_, ~~gone~~ and plain text.[^1]\n\n## More\n\nText.\n\n[^1]: A note.\n",
  );
});
