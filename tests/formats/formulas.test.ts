import { expect, test } from "vitest";
import { openEpub } from "../support/epub.ts";
import { built } from "../support/built.ts";
import { openPdf } from "../support/pdf.ts";

const article = `# Formulas

Inline $x^2$, $5 and $10.

$$ {#rate}
r = \\frac{m}{n}
$$

:::figure[A formula]
$$\\sqrt{2}$$
:::

See [@eq:rate].

\`\`\`js
const a = 1;
\`\`\`
`;

test("a formula is drawn and can be heard in every format; code has its colours where colours are", async () => {
  const [web, book, handout] = await built({ "article.md": article }, ["web", "ebook", "handout"]);
  if (!web || !book || !handout) throw new Error("An edition is missing.");

  const html = new TextDecoder().decode(web.bytes);
  expect(html).toMatch(/<math [^>]*alttext="x\^2"/);
  expect(html).toContain('"STIX Two Math"');
  expect(html).toContain('<span class="hljs-keyword">const</span>');
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html).not.toContain('style="');

  const epub = openEpub(book.bytes, []);
  const documents = epub.all("EPUB/package.opf", "item").map(({ attributes }) => attributes);
  expect(documents.filter(({ properties }) => properties === "mathml").map(({ href }) => href)).toEqual([
    "text/01-article.xhtml",
  ]);
  expect(epub.all("EPUB/text/01-article.xhtml", "math").map(({ attributes }) => attributes["alttext"])).toEqual([
    "x^2",
    String.raw`r = \frac{m}{n}`,
    String.raw`\sqrt{2}`,
  ]);
  expect(epub.text("EPUB/package.opf")).toContain(">MathML<");
  expect(epub.text("EPUB/book.css")).not.toContain("hljs");

  const { trees, texts } = await openPdf(handout.bytes);
  expect(trees[0]).toContain("Formula[x^2](");
  expect(trees[0]).toContain(String.raw`Formula[r = \frac{m}{n}](`);
  expect(trees[0]).toContain(String.raw`Formula[\sqrt{2}](`);
  expect(texts[0]).toContain("$5 and $10.");
  expect(texts[0]?.replaceAll(/\s/g, " ")).toContain("See Equation 1.");
});
