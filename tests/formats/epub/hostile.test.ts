import { beforeAll, describe, expect, test } from "vitest";
import { type OpenedEpub, epubOf, textOf } from "../../support/epub.ts";
import { epubcheck } from "../../support/epubcheck.ts";

// What Markdown and raw HTML allow and an XHTML document of a book does not.
const text = `---
title: "A title with & <signs>"
subtitle: "]]>"
date: 2026-05-04
---

A noncharacter &#xFFFF; and a no-break space&nbsp;here, ]]> too.

<p align="center" tabindex="3" onclick="x()">Centred.</p>

<li>stray item</li>

<ul><p>no item</p>words</ul>

<dl><dd>no term</dd></dl>

<details>no summary <p>Text.</p></details>

<figure><p>before</p><figcaption>caption</figcaption><p>after</p></figure>

<a id="1 bad:id">a target</a> <b id="good">its link</b> <a href="#good" aria-labelledby="gone">led along</a>

<time>soon</time> <time datetime="2026-02-30">never</time> <time datetime="2026-02-28">then</time>

<ol start="x" type="z"><li value="q">item</li></ol>

<q cite="not a url %%">quoted</q> <td colspan="x">cell</td>

<table><tr><td colspan="0" headers="none">cell</td></tr></table>

<b>

A bold paragraph.

</b>

<h3>Raw <div>heading</div></h3>

<header><h4>Head</h4><footer>foot</footer></header>

<section><h3>Raw section</h3><p>Text.</p></section>

<span lang="no such language" dir="up">words</span>

[A link with a note[^1] and <a href="https://inner.example">inner</a>](https://outer.example), <http://[bad> and <https://../>

## 

#### Skipped level

## ![](x.svg){.decorative}

[^1]: - A list

      in a note
`;

const path = "EPUB/text/01-article.xhtml";
let book: OpenedEpub;

beforeAll(async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="9" height="9"><path d="M0 0h1"/></svg>';
  book = await epubOf({ "article.md": text, "x.svg": svg });
});

describe("raw HTML and odd characters", () => {
  test("make no book that EPUBCheck complains about", async () => {
    expect(await epubcheck(book.bytes)).toEqual([]);
  });

  test("lose nothing that can be read", () => {
    const [body] = book.all(path, "body");
    const words = textOf(body ?? { type: "element", name: "", attributes: {}, children: [] });
    const kept = [
      "stray item",
      "no item",
      "words",
      "no term",
      "no summary",
      "before",
      "caption",
      "after",
      "a target",
      "soon",
      "never",
      "quoted",
      "A bold paragraph.",
      "Raw heading",
      "foot",
      "inner",
      "http://[bad",
      "https://../",
      "no-break space\u00A0here",
      "]]>",
    ];
    for (const one of kept) expect(words).toContain(one);
    expect(words).not.toContain("\uFFFF");
  });

  test("have ids that are XML names, and references to nothing else", () => {
    expect(book.text(path)).not.toContain("bad:id");
    expect(book.text(path)).toContain('<b id="good">its link</b> <a href="#good">led along</a>');
  });

  test("have days that are days", () => {
    expect(book.all(path, "time").map(({ attributes }) => attributes["datetime"])).toEqual(["2026-02-28"]);
  });

  test("have no heading without text, in the text or in the contents list", () => {
    const headings = [1, 2, 3, 4, 5, 6].flatMap((level) => book.all(path, `h${level}`));
    expect(headings.map(textOf).every((words) => words.trim() !== "")).toBe(true);
    expect(book.all("EPUB/text/contents.xhtml", "a").map(textOf)).not.toContain("");
  });

  test("are not claimed to be accessible where they are not", () => {
    const metadata = book.all("EPUB/package.opf", "meta");
    expect(metadata.filter(({ attributes }) => attributes["property"] === "dcterms:conformsTo")).toEqual([]);
    expect(metadata.map(textOf).join(" ")).toContain("Some tables have no header cells.");
  });
});

describe("a note's reference in a link", () => {
  test("stands behind the link", async () => {
    const linked = await epubOf({
      "article.md": "# T\n\n[A link with *a[^1]* note](https://outer.example)\n\n[^1]: A note.\n",
    });
    expect(await epubcheck(linked.bytes)).toEqual([]);
    expect(linked.text(path)).toMatch(/A link with <em>a<\/em> note<\/a><sup><a id="noteref-1"/);
  });
});
