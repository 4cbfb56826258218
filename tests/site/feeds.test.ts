import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseAtomFeed } from "feedsmith";
import type Opds from "opds-feed-parser";
import { expect, test } from "vitest";
import { offprint } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

// A CommonJS module that marks itself as another: what its default is depends on who imports it.
const opds = createRequire(import.meta.url)("opds-feed-parser") as typeof Opds;

test("public libraries read the Atom feed and the OPDS catalogue", async () => {
  const folder = await temporaryFolder({
    "offprint.config.ts": 'export default { url: "https://example.org/" };\n',
    "content/memo/article.md":
      "---\ntitle: A memo\ndate: 2026-01-02\nlanguage: en\nauthors: [The office]\n---\n\n## One\n\nText.\n",
  });
  const { code } = await offprint(folder, ["build", "--format", "html,epub,docx", "--no-page-list"]);
  expect(code).toBe(0);
  const read = (name: string): Promise<string> => readFile(join(folder, "dist", name), "utf8");

  const atom = parseAtomFeed(await read("feed.atom"));
  const links = atom.entries?.[0]?.links ?? [];
  expect(atom.entries).toMatchObject([{ title: { value: "A memo" }, authors: [{ name: "The office" }] }]);
  // Of a type and a language an entry has one alternate (RFC 4287, 4.1.2).
  expect(links.filter(({ rel }) => rel === "alternate").map(({ href }) => href)).toEqual([
    "https://example.org/memo/memo.html",
  ]);
  expect(links.filter(({ rel }) => rel === "enclosure").map(({ type }) => type)).toContain("application/epub+zip");

  const catalogue = await new opds.default().parse(await read("opds.xml"));
  if (!(catalogue instanceof opds.OPDSFeed)) throw new Error("This is no feed.");
  const acquired = catalogue.entries[0]?.links.filter((link) => link instanceof opds.OPDSAcquisitionLink) ?? [];
  expect(catalogue.entries[0]?.title).toBe("A memo");
  expect(acquired.map(({ href }) => href)).toContain("https://example.org/memo/memo.epub");

  // The cover of the book lies beside it, and all know it.
  const cover = "https://example.org/memo/memo.cover.png";
  const artwork = catalogue.entries[0]?.links.filter((link) => link instanceof opds.OPDSArtworkLink) ?? [];
  expect(artwork.map(({ href }) => href)).toEqual([cover]);
  const second = JSON.parse(await read("opds.json")) as { publications: { images?: unknown }[] };
  expect(second.publications.map(({ images }) => images)).toEqual([[{ href: cover, type: "image/png" }]]);
  expect(await read("index.html")).toContain('<img class="cover" src="memo/memo.cover.png"');
  expect((await readFile(join(folder, "dist/memo/memo.cover.png"))).subarray(1, 4).toString()).toBe("PNG");
});
