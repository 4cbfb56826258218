import { describe, expect, test } from "vitest";
import type { Metadata } from "../../src/model/metadata.ts";
import { identify, nameBasedUuid } from "../../src/template/identifier.ts";

const metadata: Metadata = {
  title: "A title",
  shortTitle: "A title",
  authors: [{ name: "Ada Example" }],
  editors: [],
  language: "en",
  direction: "ltr",
  keywords: [],
  template: { name: "handout", options: {} },
  editions: ["ebook"],
  notes: "end",
};

describe("the identifier of a book", () => {
  test("is the author's, where there is one", () => {
    const input = (scheme: "doi" | "isbn" | "urn", value: string) =>
      identify({ slug: "a", metadata: { ...metadata, identifier: { scheme, value } } });
    expect(input("doi", "10.1234/5")).toEqual({ value: "https://doi.org/10.1234/5", onixType: "06" });
    expect(input("isbn", "9783161484100")).toEqual({ value: "urn:isbn:9783161484100", onixType: "15" });
    expect(input("urn", "urn:nbn:de:101:1-1")).toEqual({ value: "urn:nbn:de:101:1-1" });
  });

  test("stays when the text, the title or the day of the update change", () => {
    const first = identify({ slug: "a", metadata });
    expect(identify({ slug: "a", metadata: { ...metadata, title: "Another", updated: "2026-11-24" } })).toEqual(first);
  });

  test("differs for another publication, author or language", () => {
    const all = [
      identify({ slug: "a", metadata }),
      identify({ slug: "b", metadata }),
      identify({ slug: "a", metadata: { ...metadata, language: "es" } }),
      identify({ slug: "a", metadata: { ...metadata, authors: [{ name: "Bo Sample" }] } }),
      identify({ slug: "a", metadata: { ...metadata, authors: [] } }),
    ];
    expect(new Set(all.map(({ value }) => value)).size).toBe(all.length);
  });

  test("is a UUID of version 5 and variant 1", () => {
    expect(nameBasedUuid("name")).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(nameBasedUuid("name")).toBe(nameBasedUuid("name"));
  });
});
