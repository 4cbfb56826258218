import { expect, test } from "vitest";
import { openEpub } from "../support/epub.ts";
import { built } from "../support/built.ts";
import { openPdf } from "../support/pdf.ts";

const files = {
  "publication.yaml":
    "title: A book\neditions: [ebook, handout]\nchapters: [one.md, { part: The end, chapters: [two.md] }]\n",
  "one.md": "# One\n\nThe USMLE comes first.[^1]\n\n[^1]: A note.\n",
  "two.md": "# Two\n\nThen the USMLE again, and a match.\n",
  "glossary.yaml": `
- term: USMLE
  expansion: United States Medical Licensing Examination
- term: match
  definition: The placing of applicants.
`,
};

test("terms lead to the glossary, which is the last chapter, in the book and on paper", async () => {
  const [book, handout] = await built(files, ["ebook", "handout"]);
  if (!book || !handout) throw new Error("An edition is missing.");

  const epub = openEpub(book.bytes);
  const [first] = epub.all("EPUB/text/01-one.xhtml", "a").map(({ attributes }) => attributes);
  expect(first).toMatchObject({ href: "03-glossary.xhtml#glossary.usmle", "epub:type": "glossref" });
  const sections = epub.all("EPUB/text/03-glossary.xhtml", "section").map(({ attributes }) => attributes);
  expect(sections).toContainEqual(expect.objectContaining({ role: "doc-glossary", "epub:type": "glossary" }));
  expect(epub.all("EPUB/text/03-glossary.xhtml", "dt")).toHaveLength(2);

  const pdf = await openPdf(handout.bytes);
  expect(pdf.outline.map(({ title }) => title)).toEqual(["One", "The end", "Glossary"]);
  expect(pdf.texts.join(" ")).toContain("USMLE (United States Medical Licensing Examination) comes first");
  expect(pdf.links.map(({ destination, words }) => [destination, words])).toContainEqual(["glossary.match", "match"]);
  expect(handout.madeFrom.filter((path) => path.endsWith("glossary.yaml"))).toHaveLength(1);
});
