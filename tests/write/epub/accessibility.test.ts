import sharp, { type SharpOptions } from "sharp";
import { describe, expect, test } from "vitest";
import { fromXml } from "xast-util-from-xml";
import type { Book, BookFile } from "../../../src/model/book.ts";
import { accessibilityMetadata } from "../../../src/formats/epub/write/accessibility.ts";
import { examine, type Findings } from "../../../src/formats/epub/write/findings.ts";
import { textOf } from "../../support/epub.ts";

/** What is said of a book with one document and these files. */
async function claims(
  body: string,
  files: readonly BookFile[] = [],
  more: Partial<Book> = {},
): Promise<Record<string, string[]>> {
  const document = { path: "a.xhtml", title: "A", kind: "chapter", tree: fromXml(`<body>${body}</body>`) } as const;
  const cover = { ...document, kind: "cover", tree: fromXml('<body><img src="c.png" alt="Cover"/></body>') } as const;
  const book: Book = {
    slug: "a",
    metadata: {
      title: "A",
      shortTitle: "A",
      authors: [],
      editors: [],
      language: "en",
      direction: "ltr",
      keywords: [],
      template: { name: "handout", options: {} },
      editions: ["ebook"],
      notes: "end",
    },
    modified: new Date(0),
    documents: [cover, document],
    navigation: [],
    showsContents: false,
    styleSheet: { path: "book.css", mediaType: "text/css", bytes: new Uint8Array() },
    files,
    coverImage: "c.png",
    ...more,
  };
  const elements = accessibilityMetadata(await examine(book), "en", { name: "A body" });
  return Object.groupBy(
    elements.map((element) => [String(element.attributes["property"]), textOf(element)] as const),
    ([name]) => name,
  ) as never;
}

const values = (found: Record<string, unknown[]>, property: string): unknown[] =>
  (found[property] ?? []).map((pair) => (pair as string[])[1]);

describe("accessibility metadata", () => {
  test("of words alone: they are enough, and there is nothing to see", async () => {
    const found = await claims("<h2>A</h2><p>Words.</p>");
    expect(values(found, "schema:accessMode")).toEqual(["textual"]);
    expect(values(found, "schema:accessModeSufficient")).toEqual(["textual"]);
    expect(values(found, "schema:accessibilityFeature")).not.toContain("alternativeText");
    expect(values(found, "schema:accessibilityFeature")).toContain("structuralNavigation");
    expect(found["dcterms:conformsTo"]).toHaveLength(1);
  });

  test("of a text without headings: no headings to go by", async () => {
    const found = await claims("<p>Words.</p>");
    expect(values(found, "schema:accessibilityFeature")).not.toContain("structuralNavigation");
  });

  test("of a picture without words: not enough, and no claim", async () => {
    const found = await claims('<p><img src="a.png" alt=""/></p>');
    expect(values(found, "schema:accessMode")).toEqual(["textual", "visual"]);
    expect(values(found, "schema:accessModeSufficient")).toEqual(["textual,visual"]);
    expect(values(found, "schema:accessibilityFeature")).not.toContain("alternativeText");
    expect(String(values(found, "schema:accessibilitySummary"))).toContain("Some pictures have no description.");
    expect(found["dcterms:conformsTo"]).toBeUndefined();
    expect(found["a11y:certifiedBy"]).toBeUndefined();
  });

  test("of a picture that its author calls decorative: as if it were not there", async () => {
    const found = await claims('<p><img src="a.png" alt="" class="wide decorative"/></p>');
    expect(values(found, "schema:accessMode")).toEqual(["textual"]);
    expect(found["dcterms:conformsTo"]).toHaveLength(1);
  });

  test("of a table without header cells: no claim", async () => {
    const found = await claims("<table><tr><td>1</td></tr></table>");
    expect(found["dcterms:conformsTo"]).toBeUndefined();
    expect((await claims("<table><tr><th>1</th></tr></table>"))["dcterms:conformsTo"]).toHaveLength(1);
  });

  test("of pictures that move: hazards are not known, and no claim", async () => {
    const frame = (background: string): SharpOptions => ({
      create: { width: 8, height: 8, channels: 3, background },
    });
    const frames = await Promise.all(["#fff", "#000"].map((colour) => sharp(frame(colour)).png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const still = await sharp(frames[0]).gif().toBuffer();
    const file = (bytes: Uint8Array): BookFile => ({ path: "a.gif", mediaType: "image/gif", bytes });
    const picture = '<p><img src="a.gif" alt="A light"/></p>';
    expect(values(await claims(picture, [file(still)]), "schema:accessibilityHazard")).toEqual(["none"]);
    const found = await claims(picture, [file(moving)]);
    expect(values(found, "schema:accessibilityHazard")).toContain("unknownFlashingHazard");
    expect(found["dcterms:conformsTo"]).toBeUndefined();
  });

  test.each([
    [
      "longDescription",
      '<figure class="chart"><img alt="A"/></figure><table class="chart-data"><tr><th>1</th></tr></table>',
    ],
    ["describedMath", '<math alttext="x"><mi>x</mi></math>'],
    ["index", '<nav role="doc-index">A</nav>'],
    ["ARIA", '<a role="doc-noteref" href="#a">1</a>'],
    ["pageBreakMarkers", '<div role="doc-pagebreak" id="page-1"/>'],
    ["pageNavigation", '<div role="doc-pagebreak" id="page-1"/>'],
  ])("%s is claimed where it is there, and only there", async (feature, body) => {
    const pages = { edition: "handout", points: [{ label: "1", address: "a.xhtml#page-1" }] } as const;
    const of = async (text: string): Promise<unknown[]> =>
      values(await claims(text, [], { pages }), "schema:accessibilityFeature");
    expect(await of(body)).toContain(feature);
    expect(await of('<figure class="chart"><img alt="A"/></figure><math><mi>x</mi></math>')).not.toContain(feature);
  });

  test("of pages that are listed but not marked: no page navigation", async () => {
    const points = [
      { label: "1", address: "a.xhtml#page-1" },
      { label: "2", address: "a.xhtml#page-2" },
    ];
    const found = await claims('<div role="doc-pagebreak" id="page-1"/>', [], {
      pages: { edition: "handout", points },
    });
    expect(values(found, "schema:accessibilityFeature")).not.toContain("pageNavigation");
  });

  test("of formulas without words, or sizes that do not follow the reader's: no claim", async () => {
    expect((await claims("<math><mi>x</mi></math>"))["dcterms:conformsTo"]).toBeUndefined();
    const styleSheet = {
      path: "book.css",
      mediaType: "text/css",
      bytes: new TextEncoder().encode("p{font-size:12px}"),
    };
    const found = await claims("<p>Words.</p>", [], { styleSheet });
    expect(values(found, "schema:accessibilityFeature")).not.toContain("displayTransformability");
    expect(found["dcterms:conformsTo"]).toBeUndefined();
  });
});

test("the certifier of a book is in its metadata", () => {
  const found = { allDescribed: true, tablesHaveHeaders: true, formulasDescribed: true, reflows: true } as Findings;
  const elements = accessibilityMetadata(found, "en", {
    name: "A body",
    credential: "A badge",
    report: "https://a.example/r",
  });
  const certifier = elements.filter(({ attributes }) => attributes["refines"] === "#certifier");
  expect(certifier.map(({ attributes }) => attributes["property"] ?? attributes["rel"])).toEqual([
    "a11y:certifierCredential",
    "a11y:certifierReport",
  ]);
  expect(elements.some((element) => element.attributes["id"] === "certifier" && textOf(element) === "A body")).toBe(
    true,
  );
});

test("without somebody who vouches for it, nothing is claimed of WCAG; the summary is in the book's language", () => {
  const found = { allDescribed: true, tablesHaveHeaders: true, formulasDescribed: true, reflows: true } as Findings;
  const textsOf = (language: string): string[] =>
    accessibilityMetadata(found, language).map(
      (element) => `${element.attributes["xml:lang"] ?? ""} ${textOf(element)}`,
    );
  expect(textsOf("de").join("\n")).not.toContain("WCAG");
  expect(textsOf("de")).toContainEqual(expect.stringMatching(/^de Der Text behält seine Lesereihenfolge/));
  expect(textsOf("zh-Hans")).toContainEqual(expect.stringMatching(/^zh-Hans 正文保持阅读顺序；[^ ]*$/));
  expect(textsOf("sv")).toContainEqual(expect.stringMatching(/^en The text keeps/));
});
