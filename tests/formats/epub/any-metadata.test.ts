import { beforeAll, describe, expect, test } from "vitest";
import { type OpenedEpub, epubOf, textOf } from "../../support/epub.ts";

// Any text stands in any field: what ends in ">", what looks like a template or a tag, what XML has no place for.

const doi = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2";

const article = String.raw`---
title: "A <%= title %> & <b>x</b>"
subtitle: "]]> and <![CDATA[ \uFDD0"
description: "Ends >"
keywords: ["<%- a %>", "b>"]
publisher: "Press <%= p %>"
series: { name: "Notes on <template>" }
identifier: { doi: "${doi}" }
authors:
  - "Ada Tester <ada@example.org>"
  - { name: Ben Tester, role: Accredited surveyor }
  - { name: Cy Tester, role: Credit controller }
  - { name: Di Tester, role: Series editor }
  - { name: Ed Tester, role: Editorial assistant }
  - { name: Flo Tester, role: "Translator <of parts>" }
editors: [{ name: "E. Ditor <e@example.org>", given: E., family: "Ditor>" }]
certifier: { name: "Office <qa@example.org>", credential: "Level <AA>" }
---

Words.
`;

let book: OpenedEpub;

beforeAll(async () => {
  book = await epubOf({ "article.md": article });
});

describe("metadata", () => {
  const texts = (name: string): string[] => book.all("EPUB/package.opf", name).map(textOf);
  const refined = (property: string): string[] =>
    book
      .all("EPUB/package.opf", "meta")
      .filter(({ attributes }) => attributes["property"] === property)
      .map(textOf);

  test("hold the stored values", () => {
    expect(texts("dc:title")).toEqual(["A <%= title %> & <b>x</b>", "]]> and <![CDATA["]);
    expect(texts("dc:creator")[0]).toBe("Ada Tester <ada@example.org>");
    expect(texts("dc:contributor")).toEqual(["E. Ditor <e@example.org>"]);
    expect(texts("dc:description")).toEqual(["Ends >"]);
    expect(texts("dc:subject")).toEqual(["<%- a %>", "b>"]);
    expect(texts("dc:publisher")).toEqual(["Press <%= p %>"]);
    expect(refined("belongs-to-collection")).toEqual(["Notes on <template>"]);
    expect(refined("a11y:certifiedBy")).toEqual(["Office <qa@example.org>"]);
    expect(refined("a11y:certifierCredential")).toEqual(["Level <AA>"]);
    expect(refined("file-as")).toContain("Ada Tester <ada@example.org>");
    expect(refined("file-as")).toContain("Ditor>, E.");
  });

  test("match the word of a role, and never a part of a word", () => {
    expect(refined("role")).toEqual(["aut", "aut", "aut", "edt", "aut", "trl", "edt"]);
  });

  test("have a DOI as a valid address", () => {
    const address = `https://doi.org/${doi.replace("<", "%3C").replace(">", "%3E")}`;
    expect(texts("dc:identifier")).toEqual([address]);
    const links = book.all("EPUB/text/title-page.xhtml", "a").map(({ attributes }) => attributes["href"]);
    expect(links).toContain(address);
  });

  test("report removed content", () => {
    expect(book.diagnostics.map(({ message }) => message)).toEqual(["Noncharacter U+FDD0 is removed."]);
  });
});
