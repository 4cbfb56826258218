import axe, { type AxeResults } from "axe-core";
import type { Element } from "xast";
import { beforeAll, expect, test } from "vitest";
import { citingBook } from "../support/books/citations.ts";
import { built } from "../support/built.ts";
import { type OpenedEpub, openEpub, textOf } from "../support/epub.ts";
import { openPage } from "../support/open-page.ts";
import { type OpenedPdf, openPdf } from "../support/pdf.ts";

let html: string;
let book: OpenedEpub;
let pdf: OpenedPdf;

beforeAll(async () => {
  const [web, ebook, handout] = await built(citingBook, ["web", "ebook", "handout"]);
  html = new TextDecoder().decode(web?.bytes);
  book = openEpub(ebook?.bytes ?? new Uint8Array());
  pdf = await openPdf(handout?.bytes ?? new Uint8Array());
});

test("works are numbered in the order of the whole publication", () => {
  const entries = Array.from(html.matchAll(/<li id="(ref\.\w+)">(\w+)/g), ([, id, author]) => [id, author]);
  expect(entries).toEqual([
    ["ref.example", "Example"],
    ["ref.model", "Model"],
  ]);
  const cited = Array.from(html.matchAll(/href="#(ref\.\w+)" role="doc-biblioref">(\d)</g), ([, id, number]) => [
    id,
    number,
  ]);
  expect(cited).toEqual([
    ["ref.example", "1"],
    ["ref.example", "1"],
    ["ref.model", "2"],
    ["ref.model", "2"],
  ]);
});

test("on the web page every link inside it has a target", () => {
  const ids = new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
  const targets = Array.from(html.matchAll(/href="#([^"]+)"/g), ([, id]) => id);
  expect(targets.length).toBeGreaterThan(8);
  expect(targets.filter((id) => !ids.has(id))).toEqual([]);
});

test("axe finds nothing against WCAG 2.2 AA or good practice", async () => {
  const page = await openPage(html, { width: 1280, height: 900 });
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});

test("in the e-book the references are a document of their own, linked both ways", () => {
  const references = "EPUB/text/references.xhtml";
  const items = book.all(references, "li");
  expect(items.map(({ attributes }) => attributes["id"])).toEqual(["ref.example", "ref.model"]);
  const addresses = (path: string, role: string): (string | null | undefined)[] =>
    book
      .all(path, "a")
      .filter(({ attributes }: Element) => attributes["role"] === role)
      .map(({ attributes }: Element) => attributes["href"]);
  expect(addresses(references, "doc-backlink")).toEqual([
    "01-first.xhtml#cite.example",
    "02-second.xhtml#cite.example-2",
    "02-second.xhtml#cite.model",
    "02-second.xhtml#cite.model-2",
  ]);
  expect(addresses("EPUB/text/01-first.xhtml", "doc-biblioref")).toEqual(["references.xhtml#ref.example"]);
  const contents = book.all("EPUB/text/contents.xhtml", "a").map((link) => textOf(link));
  expect(contents).toContain("References");
});

test("on paper the list is a section with bookmarks and links", () => {
  expect(pdf.outline.map(({ title }) => title)).toEqual(["First", "Second", "References"]);
  const text = pdf.texts.join("\n");
  expect(text).toContain("Example A. An article.");
  const destinations = pdf.links.map(({ destination }) => destination);
  expect(destinations.filter((name) => name?.startsWith("ref."))).toEqual([
    "ref.example",
    "ref.example",
    "ref.model",
    "ref.model",
  ]);
  expect(destinations).toContain("cite.model-2");
});
