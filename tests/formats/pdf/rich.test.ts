import { beforeAll, describe, expect, test } from "vitest";
import { built } from "../../support/built.ts";
import { type OpenedPdf, openPdf, pageOf } from "../../support/pdf.ts";
import { richArticle } from "../../support/rich-article.ts";

let bytes = new Uint8Array();
let pdf: OpenedPdf;

beforeAll(async () => {
  const [artifact] = await built(await richArticle(), ["handout"]);
  bytes = new Uint8Array(artifact?.bytes ?? []);
  pdf = await openPdf(bytes);
  expect(artifact?.pages).toBe(pdf.document.numPages);
});

describe("the file", () => {
  test("describes the publication twice, in equal words", () => {
    expect(pdf.info).toMatchObject({
      PDFFormatVersion: "1.7",
      Language: "en-GB",
      Title: "Everything in one place",
      Author: "First Author; Second Author",
      Subject: "An article that uses every feature.",
      Keywords: "one, two",
      Creator: "Offprint 0.0.0",
      CreationDate: "D:20261124000000Z",
      ModDate: "D:20261124000000Z",
    });
    expect(pdf.xmp.get("dc:creator")).toEqual(["First Author", "Second Author"]);
    expect(pdf.xmp.get("dc:subject")).toEqual(["one", "two"]);
    expect(pdf.xmp.get("dc:identifier")).toBe("doi:10.1234/5678");
    expect(pdf.xmp.get("xmp:modifydate")).toBe("2026-11-24T00:00:00Z");
    expect(pdf.xmp.getRaw()).toContain('<rdf:li xml:lang="en-GB">Everything in one place</rdf:li>');
    expect(pdf.xmp.getRaw()).toContain("https://spdx.org/licenses/CC-BY-4.0.html");
  });

  test("claims the standards that it keeps", () => {
    const claims = ["pdfuaid:part", "pdfaid:part", "pdfaid:conformance"].map((name) => pdf.xmp.get(name));
    expect(claims).toEqual(["1", "2", "A"]);
  });

  test("shows its title in the window, is tagged, and calls its pages by their numbers", async () => {
    expect((await pdf.document.getViewerPreferences())?.get("DisplayDocTitle")).toBe(true);
    // A Map, whatever its type says.
    const marks = (await pdf.document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>;
    expect(marks.get("Marked")).toBe(true);
    expect(await pdf.document.getPageLabels()).toEqual(pdf.texts.map((_, index) => String(index + 1)));
  });

  test("is US Letter, or A4 on request", async () => {
    expect((await pdf.document.getPage(1)).view).toEqual([0, 0, 612, 792]);
    const [artifact] = await built({ "article.md": "# A\n\nText.\n" }, ["handout-a4"]);
    const page = await (await openPdf(artifact?.bytes ?? new Uint8Array())).document.getPage(1);
    expect(page.view.map(Math.round)).toEqual([0, 0, 595, 842]);
    const chosen = "---\ntemplate: { name: handout, options: { paper: A4 } }\n---\n\n# A\n\nText.\n";
    const [other] = await built({ "article.md": chosen }, ["handout"]);
    const first = await (await openPdf(other?.bytes ?? new Uint8Array())).document.getPage(1);
    expect(first.view.map(Math.round)).toEqual([0, 0, 595, 842]);
  });

  test("is the same from one build to the next", async () => {
    const [again] = await built(await richArticle(), ["handout"]);
    expect(Buffer.from(again?.bytes ?? []).equals(bytes)).toBe(true);
  });
});

describe("the pages", () => {
  test("begin with a title block", () => {
    const lines = (pdf.texts[0] ?? "").split("\n").slice(1, 8);
    expect(lines).toEqual([
      "Tests, 3",
      "Everything in one place",
      "What the source language can say",
      "First Author and Second Author",
      "A school",
      "Published 1 November 2026 Updated 24 November 2026 Checked on 20 November 2026",
      "Contents",
    ]);
  });

  test("have the numbers in the contents list on which the sections are", async () => {
    const numbers = [
      ...(pdf.texts[0] ?? "").matchAll(/^(Lists|Tables and figures|Code|Callouts|Write here|Notes) (\d+)$/gm),
    ];
    expect(numbers).toHaveLength(6);
    for (const [, title = "", number] of numbers) {
      const page = Number(number);
      expect(
        pdf.texts[page - 1]?.split("\n").some((line) => line.trim() === title),
        `${title} on ${page}`,
      ).toBe(true);
      const bookmark = [...pdf.outline, ...pdf.outline.flatMap(({ children }) => children)];
      expect(bookmark.find((pdfBookmark) => pdfBookmark.title === title)?.page).toBe(page);
    }
  });

  test("have a running head from the second on, and a foot with their number", () => {
    for (const [index, text] of pdf.texts.entries()) {
      expect(text).toContain(`Page ${index + 1} of ${pdf.texts.length}`);
      expect(text).toContain("Checked on 20 November 2026");
      // On the first page the title stands once, in the title block.
      expect(text.match(/Everything in one place/g)).toHaveLength(1);
    }
  });

  test("show link targets once, and not where the link text is the address", () => {
    const text = pdf.texts.join("\n");
    expect(text).toMatch(/a link\s*L1,/);
    const words = pdf.words.join("").replaceAll(/\s/g, "");
    expect(words).toContain("LinksL1example.org/a/long/way?q=1");
    expect(text.match(/example\.org\/a\/long\/way/g)).toHaveLength(1);
    expect(words).toContain("anaddresshttps://example.com,");
    expect(words).toContain("asource(example.org/source)");
    expect(words).toContain("CCBY4.0(creativecommons.org/licenses/by/4.0/)");
  });

  test("give a worksheet a page", () => {
    const sheet = pdf.texts.find((text) => text.includes("A question, answered here.")) ?? "";
    expect(sheet.split("\n").slice(1, 3).join(" ")).toContain("Write here");
  });
});

describe("the tags", () => {
  test("follow the text", () => {
    expect(pdf.trees[0]).toContain("H1(Everything inSpan( one) place)");
    expect(pdf.trees[0]).toContain("L(LI(Lbl(1.)LBody( Inner))LI(Lbl(2.)LBody( Inner)))");
    expect(pdf.trees[0]).toContain(
      "L(LI(Lbl(Term)LBody( Its meaning.))LI(Lbl(Another)LBody( Meaning one.Meaning two.)))",
    );
    expect(pdf.trees[1]).toContain("Caption(Table 1. Numbers, with a note.");
    expect(pdf.trees[1]).toContain("THead(TR(TH(Year)TH( Passed)TH( Rate)))TBody(TR(TD(2024)TD( 120)TD( 70 %))");
    expect(pdf.trees.join("")).toContain("BlockQuote(P(A quotation.)BlockQuote(P(And one in it.)))");
  });

  test("make a table of contents of the contents list", () => {
    expect(pdf.trees[0]).toContain("TOC(TOCI(Reference(Link(Lists 1)))TOCI(");
    expect(pdf.trees[0]).toContain("TOC(TOCI(Reference(Link(Code 3))))");
  });

  test("give each picture its text, and the boxes of tasks their state", () => {
    const text = pdf.trees.join("");
    expect([...text.matchAll(/Figure\[([^\]]*)\]/g)].map(([, alternative]) => alternative)).toEqual([
      "To do",
      "Done",
      "Two bars, the left one higher.",
      "A blue rectangle.",
      "A small picture",
      "Another",
      "A third",
    ]);
    expect(text).toContain("Figure[A blue rectangle.](Caption(Figure 2. A photograph.))");
  });

  test("make notes of notes, and references of links to them", () => {
    const text = pdf.trees.join("");
    expect(text).toContain("and a note.Reference(Link(1))");
    expect(text).toContain("LI(Lbl(1.)LBody(Note(P( The first note, withLink( a source)");
    expect(text).toContain("LI(Lbl(2.)LBody(Note(P( The second note.)P(It has two paragraphs.");
  });

  test("leave running heads and feet out", () => {
    expect(pdf.trees.join("")).not.toMatch(/Page \d of/);
  });
});

describe("links", () => {
  test("say where they lead, in words, and lead there", async () => {
    const words = (wanted: Partial<OpenedPdf["links"][number]>): string[] =>
      pdf.links
        .filter(({ url, destination }) => (wanted.url ? url === wanted.url : destination === wanted.destination))
        .map((link) => link.words);
    const address = "example.org/a/long/way?q=1";
    expect(words({ url: `https://${address}` })).toEqual(["a link", `a link: ${address}`]);
    expect(words({ url: "https://example.com/" })).toEqual(["https://example.com"]);
    expect(words({ destination: "lists" })).toEqual(["Lists 1", "a way back"]);
    expect(words({ destination: "note.1" })).toEqual(["Note 1", "Note 1"]);
    expect(words({ destination: "noteref.1" })).toEqual(["Back to the text: Note 1"]);
    expect(await pageOf(pdf.document, "note.1")).toBe(pdf.texts.length);
    expect(pdf.links.every((link) => link.words !== "")).toBe(true);
  });
});
