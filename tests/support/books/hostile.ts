import type { Files } from "../temporary.ts";

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

/** An article that is hostile to XHTML. */
export const hostileArticle: Files = {
  "article.md": text,
  "x.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="9" height="9"><path d="M0 0h1"/></svg>',
};

/** A link around a reference to a note: links in links. */
export const noteInLink: Files = {
  "article.md": "# T\n\n[A link with *a[^1]* note](https://outer.example)\n\n[^1]: A note.\n",
};
