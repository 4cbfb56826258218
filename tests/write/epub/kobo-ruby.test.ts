import { expect, test } from "vitest";
import { fromXml } from "xast-util-from-xml";
import { toXml } from "xast-util-to-xml";
import type { Book } from "../../../src/model/book.ts";
import { toKobo } from "../../../src/formats/epub/write/kobo.ts";

test("the parentheses of a ruby hold text only", () => {
  const body = "<p>A <ruby>kan<rp>(</rp><rt>reading</rt><rp>)</rp></ruby> word.</p>";
  const tree = fromXml(`<html><head/><body>${body}</body></html>`);
  const book = { metadata: { language: "en" }, documents: [{ path: "a.xhtml", kind: "chapter", title: "A", tree }] };
  const [document] = toKobo(book as unknown as Book).documents;
  const written = document ? toXml(document.tree) : "";
  expect(written).toContain("<rp>(</rp>");
  expect(written).toContain("<rp>)</rp>");
  expect(written).toMatch(/<rt><span class="koboSpan" id="[^"]*">reading<\/span><\/rt>/);
});
