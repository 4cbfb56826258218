import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Element, RootContent } from "xast";
import { fromXml } from "xast-util-from-xml";
import { build } from "../../../src/pipeline/build.ts";
import { type OpenedEpub, openEpub } from "../../support/epub.ts";
import { epubcheck, judge } from "../../support/epubcheck.ts";
import { openPdf } from "../../support/pdf.ts";
import { printDiagnostics } from "../../support/prepare.ts";
import { worldIn } from "../../support/world.ts";

const publications = ["usmle-step-1-and-img-careers", "offprint-guide"];

/** The same letters and figures, whatever an edition adds in marks and white space. */
const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, "");

/** The text of the documents in reading order, cut where pages begin; the first piece is what stands before page 1. */
function textByPage(book: OpenedEpub, isLeftOut: (element: Element) => boolean): string[] {
  const paths = new Map(
    book.all("EPUB/package.opf", "item").map(({ attributes }) => [attributes["id"], attributes["href"]]),
  );
  const pieces = [""];
  const walk = (node: RootContent): void => {
    if (node.type === "text") pieces.push((pieces.pop() ?? "") + node.value);
    if (node.type !== "element") return;
    if (node.attributes["role"] === "doc-pagebreak") pieces.push("");
    else if (!isLeftOut(node)) node.children.forEach(walk);
    if (["br", "p", "li"].includes(node.name)) pieces.push(`${pieces.pop() ?? ""} `);
  };
  for (const { attributes } of book.all("EPUB/package.opf", "itemref"))
    fromXml(book.text(`EPUB/${paths.get(attributes["idref"]) ?? ""}`)).children.forEach(walk);
  return pieces;
}

/** What no page shows. Where a table is a list of its rows, each cell repeats the name of its column. */
function isUnseen({ name, attributes }: Element): boolean {
  return ["head", "nav"].includes(name) || attributes["class"] === "record-column";
}

/** On paper, a figure with its data may come after the text that follows it, and the references say what the table of sources does. */
function standsElsewhere({ name, attributes }: Element): boolean {
  const classes = (attributes["class"] ?? "").split(" ");
  return name === "figure" || classes.includes("chart-data") || classes.includes("sources");
}

describe.each(publications)("the pages of %s", (slug) => {
  let book: OpenedEpub;
  let pages: readonly string[];
  let identifier: string;

  beforeAll(async () => {
    const sources = [join(process.cwd(), "content", slug)];
    const request = { sources, editions: ["ebook", "handout"] as const, config: {}, toolVersion: "0.0.0" };
    const outcome = await build(worldIn(process.cwd()), request);
    if (!outcome.ok) throw new Error(printDiagnostics(outcome.diagnostics));
    const [epub, pdf] = outcome.value[0]?.artifacts ?? [];
    if (!epub || !pdf) throw new Error("There are not two files.");
    book = openEpub(epub.bytes);
    pages = (await openPdf(pdf.bytes)).texts;
    identifier = /urn:uuid:[\da-f-]+/.exec(Buffer.from(pdf.bytes).toString("latin1"))?.[0] ?? "";
  });

  test("are all listed, in order, and each address has its target", () => {
    const nav = book
      .all("EPUB/text/contents.xhtml", "nav")
      .find((item) => item.attributes["epub:type"] === "page-list");
    const links = elements(nav).filter(({ name }) => name === "a");
    expect(links.map(textOf)).toEqual(pages.map((_, index) => String(index + 1)));
    for (const link of links) {
      const [path = "", id] = (link.attributes["href"] ?? "").split("#");
      const mark = elementsIn(book, `EPUB/text/${path}`).find(({ attributes }) => attributes["id"] === id);
      expect(mark?.attributes).toMatchObject({ role: "doc-pagebreak", "aria-label": textOf(link) });
    }
    const targets = book.all("EPUB/toc.ncx", "pageTarget").map(({ attributes }) => attributes["value"]);
    expect(targets).toEqual(links.map(textOf));
  });

  test("begin at the same words as on paper", () => {
    const marked = textByPage(book, isUnseen).slice(1);
    expect(marked).toHaveLength(pages.length);
    for (const [index, page] of pages.entries()) {
      // The title page of the book is laid out otherwise, and a running head stands before the text of a page of paper.
      if (index === 0) continue;
      const begins = bare(marked[index] ?? "").slice(0, 24);
      if (begins.length < 24) continue;
      const at = bare(page).indexOf(begins);
      expect(at, `page ${index + 1} begins with "${begins}"`).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThan(200);
    }
  });

  test("hold the same words as on paper", () => {
    const marked = textByPage(book, (element) => isUnseen(element) || standsElsewhere(element)).slice(1);
    for (const [index, page] of pages.entries()) {
      // Title page and imprint are laid out otherwise in a book; what comes behind the text is on its last page.
      if (index === 0 || index === pages.length - 1) continue;
      const onPaper = bare(page);
      const words = (marked[index] ?? "")
        .split(/\s+/)
        .map(bare)
        // Shaped letters of Arabic are said by /ActualText, which this reader of PDF does not read.
        .filter((word) => word.length > 3 && !/\p{Script=Arabic}/u.test(word));
      const missing = words.filter((word) => !onPaper.includes(word));
      expect(missing.length / Math.max(1, words.length), `page ${index + 1}: ${missing.join(" ")}`).toBeLessThan(0.05);
    }
  });

  test("are those of a file with a name of its own", () => {
    expect(identifier).not.toBe("");
    const metas = book.all("EPUB/package.opf", "meta");
    expect(metas.filter(({ attributes }) => attributes["property"] === "pageBreakSource").map(textOf)).toEqual([
      identifier,
    ]);
    const features = metas.filter(({ attributes }) => attributes["property"] === "schema:accessibilityFeature");
    expect(features.map(textOf)).toEqual(expect.arrayContaining(["pageBreakMarkers", "pageNavigation"]));
  });

  test(`leave the book one that ${judge} accepts`, async () => {
    expect(await epubcheck(book.bytes)).toEqual([]);
  });
});

function elements(node: Element | undefined): Element[] {
  return (node?.children ?? []).flatMap((child) => (child.type === "element" ? [child, ...elements(child)] : []));
}

function elementsIn(book: OpenedEpub, path: string): Element[] {
  return fromXml(book.text(path)).children.flatMap((node) =>
    node.type === "element" ? [node, ...elements(node)] : [],
  );
}

function textOf(node: Element): string {
  return node.children.map((child) => (child.type === "text" ? child.value : textOf(child as Element))).join("");
}
