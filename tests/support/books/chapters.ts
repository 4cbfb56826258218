import sharp from "sharp";
import type { Files } from "../temporary.ts";

const texts = {
  "publication.yaml": `title: Two roads
authors:
  - { given: Ada, family: Example, role: author, orcid: 0000-0002-1825-0097 }
  - { name: Bo Sample, role: translator }
editors: [Cy Model]
rights: All to be shared.
identifier: { isbn: 978-3-16-148410-0 }
cover: { image: front.webp, alt: A road that forks. }
date: 2026-05-04
chapters:
  - preface.md
  - part: The first road
    chapters: [01-one.md, two.md]
  - part: The second road
    chapters: [größe.md]
`,
  "preface.md":
    "# Preface\n\nWords before. See [the second](two.md#inner) and [the first](01-one.md).[^p]\n\n[^p]: A note.\n",
  "01-one.md": "# One *fine* chapter\n\nText.[^a] [Up](preface.md)\n\n## Same\n\nText.\n\n[^a]: Another note.\n",
  "two.md": "# Two\n\n## Same\n\nText.\n\n### Inner {#inner}\n\nText.\n",
  "größe.md": "# Größe\n\n- [ ] To do\n",
};

/** A book of parts and chapters, with everyone who made it and a cover of its own. */
export async function chaptersBook(): Promise<Files> {
  const picture = { create: { width: 1600, height: 2560, channels: 3, background: "#336" } } as const;
  return { ...texts, "front.webp": new Uint8Array(await sharp(picture).webp().toBuffer()) };
}

/** A text from right to left. */
export const arabicArticle: Files = {
  "article.md":
    "---\ntitle: كتاب صغير\nlanguage: ar\n---\n\nنص مع [English]{lang=en dir=ltr}.[^1]\n\n```\ncode\n```\n\n## القسم\n\nنص\n\n[^1]: حاشية.\n",
};
