import { beforeAll, describe, expect, test } from "vitest";
import type { Artifact } from "../../src/model/artifact.ts";
import type { EditionName } from "../../src/model/edition.ts";
import { built } from "../support/built.ts";
import { bookText, handoutText, linksOf, webText } from "../support/edition-text.ts";
import { richArticle } from "../support/rich-article.ts";

// The same text in every format: what differs is what an edition's rules say, and each rule is named here.

const names = ["web", "ebook", "handout", "handout-key"] as const satisfies EditionName[];

const more = `
## Sheet for all

:::checklist[Before you apply]
- Check your dates.
- [x] Read this page.
:::

Your name: :field[in full]{width=60mm}

1. ::write-on[Which exams?]{lines=2}
2. :::write-on[Why these?]{lines=3}
   In this order?
   :::

::include{file=parts/part.md levels=1}

{{title}}: {{year}}, {{code}}

:::only{edition=web}
Text of the web.
:::

:::only{edition=ebook}
Text of the book.
:::

:::only{edition=handout}
Text of paper.
:::

:::key
Text of the key.
:::

The text ends :not[off]{edition=handout}:only[on]{edition=handout} paper.
`;

/** What only some editions show, as it stands in the text without white space. */
const own = {
  web: ["Textoftheweb."],
  ebook: ["Textofthebook."],
  handout: ["Textofpaper."],
  "handout-key": ["Textofpaper.", "AnswerkeyTextofthekey."],
} as const;

const texts = new Map<EditionName, string>();

beforeAll(async () => {
  const files = await richArticle();
  const [before, notes] = String(files["article.md"]).split("\n[^one]:");
  const article = `${before}\n${more}\n[^one]:${notes}`.replace(
    "language: en-GB",
    "language: en-GB\ntemplate: { name: handout, options: { links: inline } }\nvariables: { year: 2027, code: '{{ title }}{% assign a = 1 %}' }",
  );
  const part = {
    "parts/part.md": "## A part of {{year}}\n\nIts text, with a note.[^p]\n\n[^p]: The note of the part.\n",
  };
  const artifacts = await built({ ...files, ...part, "article.md": article }, names);
  const of = (name: EditionName): Artifact => artifacts.find(({ edition }) => edition === name) as Artifact;
  const links = linksOf(of("web"));
  const web = webText(of("web"));
  const ends = { from: "An opening paragraph with", to: "The note of the part.", links };
  texts.set("web", web.slice(web.indexOf("Anopening")));
  texts.set("ebook", bookText(of("ebook")));
  texts.set("handout", await handoutText(of("handout"), ends));
  texts.set("handout-key", await handoutText(of("handout-key"), ends));
});

/** Without what an edition has alone, and with the words for the screen where paper has its own. */
function common(name: EditionName): string {
  const text = own[name as keyof typeof own].reduce((rest, piece) => rest.replace(piece, ""), texts.get(name) ?? "");
  return (
    text
      .replace("Thetextendsonpaper.", "Thetextendsoffpaper.")
      // Shaped letters of Arabic are said by /ActualText, which this reader of PDF does not read; languages.test.ts does.
      .replaceAll(/[\p{Script=Arabic}\0]/gu, "")
      .replaceAll("↑", "")
      // On paper a note names the page that it is referred to from.
      .replaceAll(/\(page\d+\)/g, "")
  );
}

describe("no edition loses content", () => {
  test.each(names)("%s has its own entries and none of another's", (name) => {
    const pieces = [...new Set(Object.values(own).flat())];
    expect(pieces.filter((piece) => texts.get(name)?.includes(piece))).toEqual([...own[name]]);
  });

  test("the text of the web page holds the article from its first words to its last", () => {
    expect(common("web")).toMatch(/^Anopeningparagraph.*Thetextendsoffpaper\..*$/u);
    expect(common("web").length).toBeGreaterThan(800);
  });

  test("the value of a variable is plain text in a template", () => {
    expect(texts.get("web")).toContain("2027,{{title}}{%assigna=1%}");
  });

  test.each(names.slice(1))("the text of %s is that of the web page", (name) => {
    expect(common(name)).toBe(common("web"));
  });
});
