import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "../../../src/model/world.ts";
import { verifyPdf } from "../../../src/verify/pdf.ts";
import { readContent, writeContent } from "../../../src/write/pdf/page-content.ts";
import { openBrowser, preparePrinting, print, type Printing, valueOf } from "../../support/print-pdf.ts";
import { richArticle } from "../../support/rich-article.ts";

const started: { browser?: Browser; printing?: Printing } = {};
let sound = new Uint8Array();
let raw = new Uint8Array();

beforeAll(async () => {
  const files = await richArticle();
  const browser = await openBrowser();
  const printing = await preparePrinting(files);
  Object.assign(started, { browser, printing });
  sound = new Uint8Array((await print(printing, browser)).bytes);
  raw = new Uint8Array(await browser.print(valueOf(printing.compose()).content));
});

afterAll(() => started.browser?.close());

async function messages(bytes: Uint8Array, changes: Partial<Printing["expectation"]> = {}): Promise<string> {
  if (!started.printing) throw new Error("Nothing has been prepared.");
  const notes = await verifyPdf(bytes, { file: "article.pdf", standard: "ua-1", expectation: { ...started.printing.expectation, ...changes } });
  return notes.map(({ rule, message }) => `${rule}: ${message}`).join("\n");
}

/** What is said about the sound file after a change in its objects. */
async function afterChange(change: (document: PDFDocument) => void): Promise<string> {
  const document = await PDFDocument.load(sound, { updateMetadata: false });
  change(document);
  return messages(await document.save({ useObjectStreams: true, addDefaultPage: false }));
}

const name = PDFName.of.bind(PDFName);

function dictsWith({ context }: PDFDocument, key: string, value: string): PDFDict[] {
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((dict) => dict.get(name(key)) === name(value));
}

function first(document: PDFDocument, key: string, value: string): PDFDict {
  const [dict] = dictsWith(document, key, value);
  if (!dict) throw new Error(`There is no ${value}.`);
  return dict;
}

const withoutCatalog = (key: string) => (document: PDFDocument) => void document.catalog.delete(name(key));

test("a sound file passes, saved by us or saved again", async () => {
  expect(await messages(sound)).toBe("");
  expect(await afterChange(() => undefined)).toBe("");
});

test("what the browser prints does not pass without the repairs", async () => {
  const said = await messages(raw);
  for (const part of [
    "The header is not that of PDF 1.7",
    "There is no XMP packet",
    'The pdfuaid:part is "missing"',
    "There is no colour profile",
    "The pages have no labels",
    "The date of creation",
    'The structure type "Em" is not known',
    "A figure has no alternative text",
    "stands right in a LI",
    "A link does not say where it leads",
    "A link is not tagged as a link",
    "The bookmarks are not the titles of the text",
    "Page 1 shows something that is neither text nor marked",
  ]) {
    expect(said).toContain(part);
  }
});

/** A change, and what must be said of it. */
const changes: Readonly<Record<string, readonly [(document: PDFDocument) => void, string]>> = {
  "no identifier": [({ context }) => void delete context.trailerInfo.ID, "has no identifier"],
  "not marked": [withoutCatalog("MarkInfo"), "does not say that it is tagged"],
  "no title in the window": [withoutCatalog("ViewerPreferences"), "file's name instead of the title"],
  "no language": [withoutCatalog("Lang"), 'language is "missing" instead of "en-GB"'],
  "another language": [({ catalog }) => catalog.set(name("Lang"), PDFString.of("de")), 'language is "de"'],
  "no colour profile": [withoutCatalog("OutputIntents"), "no colour profile"],
  "no page labels": [withoutCatalog("PageLabels"), "no labels"],
  "another title": [
    ({ context }) => context.lookup(context.trailerInfo.Info, PDFDict).set(name("Title"), PDFString.of("Else")),
    'The title is "Else"',
  ],
  "a date of today": [
    ({ context }) => context.lookup(context.trailerInfo.Info, PDFDict).set(name("ModDate"), PDFString.of("D:2030")),
    "date of change",
  ],
  "no metadata": [withoutCatalog("Metadata"), "no XMP packet"],
  "metadata that is no XML": [
    ({ catalog, context }) => catalog.set(name("Metadata"), context.register(context.stream("<a>"))),
    "no XMP packet",
  ],
  "other keywords": [
    ({ context }) => context.lookup(context.trailerInfo.Info, PDFDict).set(name("Keywords"), PDFString.of("x")),
    "pdf:Keywords",
  ],
  "another author": [
    ({ context }) => context.lookup(context.trailerInfo.Info, PDFDict).set(name("Author"), PDFString.of("x")),
    "dc:creator",
  ],
  "another subject": [
    ({ context }) => context.lookup(context.trailerInfo.Info, PDFDict).set(name("Subject"), PDFString.of("x")),
    "dc:description",
  ],
  "another producer": [
    ({ context }) => context.lookup(context.trailerInfo.Info, PDFDict).set(name("Producer"), PDFString.of("x")),
    "pdf:Producer",
  ],
  "another creator": [
    ({ context }) => context.lookup(context.trailerInfo.Info, PDFDict).set(name("Creator"), PDFString.of("x")),
    "xmp:CreatorTool",
  ],
  "no tags": [withoutCatalog("StructTreeRoot"), "no structure tree"],
  "types without a mapping": [
    ({ catalog }) => void catalog.lookup(name("StructTreeRoot"), PDFDict).delete(name("RoleMap")),
    '"Strong" is not known',
  ],
  "a figure without words": [
    (document) => void first(document, "S", "Figure").delete(name("Alt")),
    "figure has no alternative text",
  ],
  "a paragraph in a list": [
    (document) => first(document, "S", "LI").set(name("S"), name("P")),
    "A P stands right in a L.",
  ],
  "no body in an item": [
    (document) => first(document, "S", "LBody").set(name("S"), name("NonStruct")),
    "A NonStruct stands right in a LI",
  ],
  "a list item in the contents": [
    (document) => first(document, "S", "TOCI").set(name("S"), name("LI")),
    "A LI stands right in a TOC",
  ],
  "a paragraph in a table": [
    (document) => first(document, "S", "TR").set(name("S"), name("P")),
    "A P stands right in a Table",
  ],
  "a paragraph in a row": [
    (document) => first(document, "S", "TD").set(name("S"), name("P")),
    "A P stands right in a TR",
  ],
  "a note without an ID": [(document) => void first(document, "S", "Note").delete(name("ID")), "A note has no ID"],
  "two notes with one ID": [
    (document) => dictsWith(document, "S", "Note").forEach((dict) => dict.set(name("ID"), PDFString.of("a"))),
    "Two notes have the same ID",
  ],
  "a link without words": [
    (document) => first(document, "Subtype", "Link").set(name("Contents"), PDFString.of(" ")),
    "does not say where it leads",
  ],
  "a link under no link": [
    (document) => first(document, "S", "Link").set(name("S"), name("Span")),
    "not tagged as a link",
  ],
  "a link to nowhere": [
    (document) => first(document, "Subtype", "Link").set(name("Dest"), name("nowhere")),
    'A link leads to "nowhere"',
  ],
  "no order for the Tab key": [(document) => void document.getPage(0).node.delete(name("Tabs")), "Tab key"],
  "another bookmark": [
    ({ catalog }) =>
      catalog
        .lookup(name("Outlines"), PDFDict)
        .lookup(name("First"), PDFDict)
        .set(name("Title"), PDFHexString.fromText("Other")),
    "bookmarks are not the titles",
  ],
  "a bookmark to nowhere": [
    ({ catalog }) =>
      catalog.lookup(name("Outlines"), PDFDict).lookup(name("First"), PDFDict).set(name("Dest"), name("nowhere")),
    'A bookmark leads to "nowhere"',
  ],
  "no bookmarks": [withoutCatalog("Outlines"), "bookmarks are not the titles"],
  "a word outside the tags": [
    (document) => {
      const page = document.getPage(1);
      writeContent(page, `${readContent(page)}\nBT (stray) Tj ET`);
    },
    "Page 2 shows something",
  ],
  "a line outside the tags": [
    (document) => {
      const page = document.getPage(0);
      writeContent(page, `0 0 m 9 9 l S ${readContent(page)}`);
    },
    "Page 1 shows something",
  ],
  "a font that is not embedded": [
    (document) => void first(document, "Type", "FontDescriptor").delete(name("FontFile2")),
    "is not in the file",
  ],
  "a font without Unicode": [
    (document) => void first(document, "Subtype", "Type0").delete(name("ToUnicode")),
    "cannot be copied or heard",
  ],
  "no pages": [
    ({ catalog, context }) => {
      const pages = catalog.lookup(name("Pages"), PDFDict);
      pages.set(name("Kids"), PDFArray.withContext(context));
      pages.set(name("Count"), PDFNumber.of(0));
    },
    "has no pages",
  ],
};

describe("each check fails where it should", () => {
  test.each(Object.entries(changes))("%s", async (_, [change, said]) => {
    expect(await afterChange(change)).toContain(said);
  });

  test("the claims of its metadata", async () => {
    const claims = [
      ["pdfuaid:part", "<pdfuaid:part>1<", "<pdfuaid:part>9<"],
      ["pdfaid:part", "<pdfaid:part>2<", "<pdfaid:part>9<"],
      ["pdfaid:conformance", "<pdfaid:conformance>A<", "<pdfaid:conformance>B<"],
      ["pdfaSchema:prefix", "<pdfaSchema:prefix>pdfuaid<", "<pdfaSchema:prefix>pdfuaix<"],
      ["dc:title", 'x-default">Everything', 'x-default">Somewhere '],
      ["xmp:ModifyDate", "<xmp:ModifyDate>2026", "<xmp:ModifyDate>2030"],
    ] as const;
    for (const [claim, written, wrong] of claims) {
      const text = Buffer.from(sound).toString("latin1");
      expect(text, claim).toContain(written);
      expect(await messages(Buffer.from(text.replace(written, wrong.slice(0, written.length)), "latin1"))).toContain(
        claim,
      );
    }
  });

  test("a header of another version, an end that is cut off, no PDF at all", async () => {
    const text = Buffer.from(sound).toString("latin1");
    expect(await messages(Buffer.from(text.replace("%PDF-1.7", "%PDF-1.4"), "latin1"))).toContain("header");
    expect(await messages(Buffer.from(`${text}${" ".repeat(99)}`, "latin1"))).toContain("end of the file");
    expect(await messages(new TextEncoder().encode("Not a PDF."))).toContain("cannot be read");
  });

  test("what another publication expects", async () => {
    expect(await messages(sound, { title: "Another" })).toMatch(/The title is .*\n.*The dc:title is/);
    expect(await messages(sound, { modified: new Date(0) })).toContain("19700101");
    expect(await messages(sound, { outline: [] })).toContain("bookmarks are not the titles");
  });
});
