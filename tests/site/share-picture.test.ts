import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { offprint } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

const memo = { "memo/article.md": '---\ntitle: A "memo"\nauthors: [Ann Roe]\ndate: 2026-01-02\n---\n\nWords.\n' };
const build = (folder: string) => offprint(folder, ["build", "memo", "--format", "html"]);
const pageIn = (folder: string) => readFile(join(folder, "dist/memo/memo.html"), "utf8");
const metaIn = (page: string): Record<string, string> => {
  const found = page.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">/g);
  return Object.fromEntries(Array.from(found, ([, name = "", value = ""]) => [name, value] as const));
};

test("a page whose address is known has its cover as a picture for links, beside it", async () => {
  const config = { "offprint.config.ts": 'export default { url: "https://example.org/texts" };\n' };
  const folder = await temporaryFolder({ ...memo, ...config });
  const { code } = await build(folder);
  expect(code).toBe(0);
  const meta = metaIn(await pageIn(folder));
  expect(meta).toMatchObject({
    "og:title": "A “memo”",
    "og:url": "https://example.org/texts/memo/memo.html",
    "og:image": "https://example.org/texts/memo/cover.png",
    "og:image:width": "1200",
    "og:image:height": "630",
    "og:image:alt": "A “memo”. Ann Roe",
    "twitter:card": "summary_large_image",
  });
  // Google Scholar and Zotero take the address of the full text from here.
  expect(await pageIn(folder)).toContain(
    '<meta name="citation_fulltext_html_url" content="https://example.org/texts/memo/memo.html">',
  );
  const path = join(folder, "dist/memo/cover.png");
  expect(await sharp(path).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
  expect((await stat(path)).size).toBeLessThan(60_000);
  const first = await readFile(path);
  await offprint(folder, ["build", "memo", "--format", "html", "--no-cache"]);
  expect(await readFile(path)).toEqual(first);
});

test("without an address there is none: nobody could fetch it", async () => {
  const folder = await temporaryFolder(memo);
  await build(folder);
  const meta = metaIn(await pageIn(folder));
  expect(meta["og:image"]).toBeUndefined();
  expect(meta["og:url"]).toBeUndefined();
  expect(meta["twitter:card"]).toBe("summary");
  await expect(stat(join(folder, "dist/memo/cover.png"))).rejects.toThrow("ENOENT");
});
