import sharp from "sharp";

/** A picture as a photographer would deliver it. */
async function picture(format: "png" | "jpeg" | "webp" | "avif"): Promise<Uint8Array> {
  const background = { r: 31, g: 95, b: 139 };
  return new Uint8Array(
    await sharp({ create: { width: 320, height: 180, channels: 3, background } })
      .toFormat(format)
      .toBuffer(),
  );
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="90" height="100" fill="#333"/><rect x="110" width="90" height="60" fill="#999"/></svg>`;

const text = `---
title: "Everything in *one* place"
subtitle: What the source language can say
authors:
  - name: First Author
    affiliation: A school
  - given: Second
    family: Author
date: 2026-11-01
updated: 2026-11-24
language: en-GB
description: An article that uses every feature.
keywords: [one, two]
publisher: A publisher
series: { name: Tests, number: 3 }
licence: CC-BY-4.0
identifier: { doi: 10.1234/5678 }
review: { checked: 2026-11-20, next: 2027-05-20 }
---

An opening paragraph with *emphasis*, **weight**, \`code\`, ~~a mistake~~, [a link](https://example.org/a/long/way?q=1), an
address <https://example.com>, H~2~O by hand: H<sub>2</sub>O, and a note.[^one] "Quoted" -- and so on...

*[HTML]: HyperText Markup Language

## Lists {#lists}

- One
- Two
  1. Inner
  2. Inner
- Three

- [ ] To do
- [x] Done **well**

Term
: Its meaning.

Another
: Meaning one.
: Meaning two.

## Tables and figures

:::table[Numbers, with a note.[^two]]{#numbers}
| Year | Passed | Rate |
| :--- | -----: | :--: |
| 2024 |    120 | 70 % |
| 2025 |    130 | 72 % |
:::

:::figure[A chart drawn as lines.]{#chart}
![Two bars, the left one higher.](chart.svg)
:::

:::figure[A photograph.]
![A blue rectangle.](photo.jpg)
:::

![A small picture](small.png) ![Another](small.webp) ![A third](small.avif) ![](small.png){.decorative}

### Code

\`\`\`js
const long = "a line of code that is far longer than the measure of a page and so has to be wrapped or scrolled";
\`\`\`

> A quotation.
>
> > And one in it.

## Callouts

> [!WARNING]
> An alert.

:::note[With a title]
A callout with [a way back](#lists).
:::

:::example
An example.
:::

<details>
<summary>More</summary>

Folded text.

</details>

## Languages

:span[Una frase en español]{lang=es} and a word in :span[عربي]{lang=ar dir=rtl}.

:::div{lang=ar dir=rtl}
نص عربي قصير.
:::

## Write here {#sheet .new-page}

1. A question, answered here.

***

HTML is spelled out once.[^one]

[^one]: The first note, with [a source](https://example.org/source).
[^two]: The second note.

    It has two paragraphs.
`;

/** An article that uses every feature of the source language, with its images: files by name. */
export async function richArticle(): Promise<Record<string, string | Uint8Array>> {
  return {
    "article.md": text,
    "chart.svg": drawing,
    "photo.jpg": await picture("jpeg"),
    "small.png": await picture("png"),
    "small.webp": await picture("webp"),
    "small.avif": await picture("avif"),
  };
}
