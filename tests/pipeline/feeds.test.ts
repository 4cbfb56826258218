import { expect, test } from "vitest";
import { fromXml } from "xast-util-from-xml";
import type { Manifest } from "../../src/config/manifest-file.ts";
import { writeFeeds } from "../../src/site/feeds.ts";

const file = { sha256: "ab".repeat(32), madeFrom: [], size: 1000 };
const manifest: Manifest = {
  slug: "a b",
  id: "urn:isbn:9780000000002",
  title: "A <title> & more",
  authors: ["First Author"],
  description: "A text.",
  language: "en",
  date: "2026-11-24",
  tool: { name: "offprint", version: "0", node: "24" },
  browser: null,
  sources: [],
  artifacts: [
    { ...file, path: "a b/a b.html", edition: "web", mediaType: "text/html" },
    { ...file, path: "a b/a b.epub", edition: "ebook", mediaType: "application/epub+zip" },
  ],
};
const undated: Manifest = { ...manifest, slug: "c", id: undefined, title: "Undated", date: undefined, artifacts: [] };

function write(url?: string): Map<string, string> {
  return new Map(
    writeFeeds("Publications", [undated, manifest], url).map(({ path, bytes }) => [
      path,
      new TextDecoder().decode(bytes),
    ]),
  );
}

test("feeds are well-formed, newest first, and have no time of making", () => {
  const files = write();
  expect([...files.keys()]).toEqual(["feed.atom", "opds.xml", "opds.json", "robots.txt"]);
  const atom = files.get("feed.atom") ?? "";
  expect(() => fromXml(atom)).not.toThrow();
  expect([...atom.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, time]) => time)).toEqual([
    "2026-11-24T00:00:00Z",
    "2026-11-24T00:00:00Z",
    "1970-01-01T00:00:00Z",
  ]);
  expect(atom).toContain("<title>A &#x3C;title> &#x26; more</title>");
  expect(atom).toContain('href="a%20b/a%20b.html"');
  expect(write()).toEqual(files);
});

test("a catalogue offers e-books to load, a web page to look at", () => {
  const opds = write().get("opds.xml") ?? "";
  expect(() => fromXml(opds)).not.toThrow();
  expect(opds).toMatch(
    /<link rel="http:\/\/opds-spec\.org\/acquisition\/open-access" href="a%20b\/a%20b\.epub" type="application\/epub\+zip"/,
  );
  expect(opds).toMatch(/<link rel="alternate" href="a%20b\/a%20b\.html" type="text\/html"/);
  const json = JSON.parse(write().get("opds.json") ?? "") as { publications: { metadata: object; links: object[] }[] };
  expect(json.publications.map(({ metadata }) => metadata)).toMatchObject([
    { identifier: "urn:isbn:9780000000002", author: [{ name: "First Author" }], modified: "2026-11-24T00:00:00Z" },
    { title: "Undated" },
  ]);
  expect(json.publications[0]?.links[1]).toMatchObject({ href: "a%20b/a%20b.epub", type: "application/epub+zip" });
});

test("with the address of the site, feeds have whole addresses and there is a sitemap", () => {
  const files = write("https://example.org/books");
  expect(files.get("feed.atom")).toContain('href="https://example.org/books/a%20b/a%20b.epub"');
  expect([...(files.get("sitemap.xml") ?? "").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc)).toEqual([
    "https://example.org/books/",
    "https://example.org/books/a%20b/a%20b.html",
  ]);
  expect(files.get("robots.txt")).toBe("User-agent: *\nAllow: /\nSitemap: https://example.org/books/sitemap.xml\n");
  expect(write().get("robots.txt")).toBe("User-agent: *\nAllow: /\n");
});
