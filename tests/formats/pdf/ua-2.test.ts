import { PDFArray, PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "../../../src/model/browser.ts";
import { checksFor } from "../../../src/formats/pdf/check/checks.ts";
import { openFile, type PdfFile } from "../../../src/formats/pdf/check/open-file.ts";
import { shownIn } from "../../../src/formats/pdf/check/place.ts";
import { nameOf, textOf } from "../../../src/formats/pdf/read/objects.ts";
import type { StructureElement } from "../../../src/formats/pdf/read/structure.ts";
import { type OpenedPdf, openPdf } from "../../support/pdf.ts";
import { openBrowser, preparePrinting, print, type Printing } from "../../support/print-pdf.ts";
import { checkWithQpdf } from "../../support/qpdf.ts";
import { richArticle } from "../../support/rich-article.ts";

const state: { browser?: Browser; file?: PdfFile; pdf?: OpenedPdf; first?: OpenedPdf; printing?: Printing } = {};
let bytes = new Uint8Array();
let firstBytes = new Uint8Array();

beforeAll(async () => {
  const browser = await openBrowser();
  const printing = await preparePrinting(await richArticle());
  bytes = new Uint8Array((await print(printing, browser, "ua-2")).bytes);
  firstBytes = new Uint8Array((await print(printing, browser, "ua-1")).bytes);
  Object.assign(state, {
    browser,
    printing,
    file: await openFile(bytes, printing.expectation, "ua-2"),
    pdf: await openPdf(bytes),
    first: await openPdf(firstBytes),
  });
});

afterAll(() => state.browser?.close());

function opened(): { file: PdfFile; pdf: OpenedPdf; first: OpenedPdf } {
  const { file, pdf, first } = state;
  if (!file || !pdf || !first) throw new Error("Nothing has been printed.");
  return { file, pdf, first };
}

function elements(role: string): StructureElement[] {
  return opened().file.elements.filter((element) => element.role === role);
}

function words(element: StructureElement | undefined): string {
  return element ? shownIn(opened().file, element).replaceAll(/\s+/g, " ").trim() : "";
}

/** The elements that an element refers to. */
function refersTo({ dict }: StructureElement): (StructureElement | undefined)[] {
  const refs = dict.lookup(PDFName.of("Ref"));
  const targets = refs instanceof PDFArray ? refs.asArray().map((_, index) => refs.lookup(index)) : [];
  return targets.map((target) => opened().file.elements.find((element) => element.dict === target));
}

test("passes every check of PDF/UA-2", () => {
  const { file } = opened();
  const texts = checksFor("ua-2").flatMap(({ checkpoint, find }) =>
    find(file).map((found) => [checkpoint, found.where]),
  );
  expect(texts).toEqual([]);
});

test("headings whose names are longer than a name may be are led to, also where they begin alike", async () => {
  const { browser } = state;
  if (!browser) throw new Error("Nothing has been printed.");
  const headings = ["Что нужно сделать в первую очередь утром", "Что нужно сделать в первую очередь вечером"];
  const text = headings.map((heading) => `## ${heading}\n\nТекст.\n`).join("\n");
  const links = `\n## Ещё\n\n[Первая](#${slug(headings[0])}) и [вторая](#${slug(headings[1])}).\n`;
  const printing = await preparePrinting({ "article.md": `---\nlanguage: ru\n---\n\n# Дела\n\n${text}${links}` });
  const file = await openFile((await print(printing, browser, "ua-2")).bytes, printing.expectation, "ua-2");
  expect(checksFor("ua-2").flatMap(({ find }) => find(file).map(({ where }) => where))).toEqual([]);
});

const slug = (heading = ""): string => heading.toLowerCase().replaceAll(" ", "-");

test("qpdf finds nothing in either file, and something in a broken one", async () => {
  expect(await checkWithQpdf(bytes)).toMatchObject({
    code: 0,
    printed: expect.stringContaining("PDF Version: 2.0") as string,
  });
  expect(await checkWithQpdf(firstBytes)).toMatchObject({
    code: 0,
    printed: expect.stringContaining("PDF Version: 1.7") as string,
  });
  expect((await checkWithQpdf(bytes.subarray(0, 9000))).code).not.toBe(0);
});

test("equal texts give equal files", async () => {
  const { browser, printing } = state;
  if (!browser || !printing) throw new Error("Nothing has been printed.");
  const again = await print(printing, browser, "ua-2");
  expect(Buffer.from(again.bytes).equals(bytes)).toBe(true);
});

describe("its own metadata", () => {
  test("is PDF 2.0, PDF/UA-2 and PDF/A-4, in its packet only", async () => {
    const { pdf } = opened();
    expect(Buffer.from(bytes.subarray(0, 9)).toString("latin1")).toBe("%PDF-2.0\n");
    const raw = pdf.xmp.getRaw();
    for (const claim of ["pdfuaid:part>2<", "pdfuaid:rev>2024<", "pdfaid:part>4<", "pdfaid:rev>2020<"]) {
      expect(raw).toContain(claim);
    }
    expect(raw).not.toMatch(/pdfaid:conformance|pdfaExtension:schemas/);
    expect(raw).toContain('x-default">Everything in one place<');
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.context.trailerInfo.Info).toBeUndefined();
  });

  test("gives each type its namespace and maps none", () => {
    const { file } = opened();
    expect(file.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict).has(PDFName.of("RoleMap"))).toBe(false);
    const spaces = new Map(file.elements.map(({ type, namespace }) => [type, namespace]));
    for (const type of ["Document", "Sect", "H1", "P", "Em", "Strong", "Table", "TD", "L", "LI", "FENote", "Figure"]) {
      expect([type, spaces.get(type)]).toEqual([type, "http://iso.org/pdf2/ssn"]);
    }
    for (const type of ["TOC", "TOCI", "Reference"]) expect(spaces.get(type)).toBe("http://iso.org/pdf/ssn");
    expect(spaces.has("Note")).toBe(false);
  });
});

describe("references between elements", () => {
  test("lines of the contents list: to the headings they name", () => {
    const lines = elements("TOCI");
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      const [heading, ...others] = refersTo(line);
      expect(others).toEqual([]);
      expect(heading?.role).toMatch(/^H[2-6]$/);
      const title = words(heading);
      expect([words(line).slice(0, title.length), title]).toEqual([title, title]);
    }
  });

  test("notes and the places that refer to them: to each other", () => {
    const notes = elements("FENote");
    expect(notes.map((note) => refersTo(note).length)).toEqual([2, 1]);
    for (const [index, note] of notes.entries()) {
      for (const link of refersTo(note)) {
        expect(words(link)).toBe(String(index + 1));
        expect(link && refersTo(link)).toEqual([note]);
      }
      const attributes = note.dict.lookup(PDFName.of("A"), PDFDict);
      expect([nameOf(attributes, "O"), nameOf(attributes, "NoteType")]).toEqual(["FENote", "Endnote"]);
    }
  });

  test("links and bookmarks: to elements, and to the same places as in the file of the other standard", () => {
    const { file, pdf, first } = opened();
    const targets = new Map<string, string>();
    for (const annotation of file.pages.flatMap(({ annotations }) => annotations)) {
      const structure = annotation.lookup(PDFName.of("A"), PDFDict).lookup(PDFName.of("SD"));
      const target = structure instanceof PDFArray ? structure.lookup(0) : undefined;
      const element = file.elements.find(({ dict }) => dict === target);
      if (element) targets.set(textOf(annotation, "Contents") ?? "", `${element.role} ${words(element)}`);
    }
    expect(Object.fromEntries(targets)).toMatchObject({
      "a way back": "H2 Lists",
      "Lists 1": "H2 Lists",
      "Code 3": "H3 Code",
      "Note 1": "FENote The first note, with a source (example.org/source). ↑ (page 1) 2",
      "Note 2": "FENote The second note.It has two paragraphs. ↑ (page 2)",
      "Back to the text: Note 1": "Link 1",
      "Back to the text: Note 1, 2": "Link 1",
      "Back to the text: Note 2": "Link 2",
    });
    const places = (openedPdf: OpenedPdf) =>
      openedPdf.links.map(({ page, url, words: printed }) => [page, url, printed]);
    expect(places(pdf)).toEqual(places(first));
    expect(pdf.outline).toEqual(first.outline);
    expect(pdf.outline.length).toBeGreaterThan(3);
  });
});

test("the text as read and as heard equals that of the other file", () => {
  const { pdf, first } = opened();
  expect(pdf.texts).toEqual(first.texts);
  expect(pdf.words.map((text) => text.replaceAll(/\s/g, ""))).toEqual(
    first.words.map((text) => text.replaceAll(/\s/g, "")),
  );
});
