import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

const article = (text: string): string => `---\ntitle: A memo\nlanguage: en\ndate: 2026-01-02\n---\n\n${text}\n`;
const editions = ["--edition", "web", "--edition", "ebook", "--no-page-list"];

test("identifies the publication and version of a file, and whether it is unchanged", async () => {
  const folder = await temporaryFolder({ "content/memo/article.md": article("First.") });
  expect((await offprint(folder, ["build", ...editions])).code).toBe(0);
  const before = await snapshot(folder);
  const { code, out } = await offprint(folder, ["verify", "dist"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^dist\/memo\/memo\.html: unchanged, current \(web of "A memo", version [0-9a-f]{8}\)\n/);
  expect(out).toMatch(/^dist\/memo\/memo\.epub: unchanged, current/m);
  const rebuilt = await offprint(folder, ["verify", "dist", "--rebuild", "--no-page-list"]);
  expect([rebuilt.code, rebuilt.out]).toEqual([0, out]);
  expect(await snapshot(folder)).toEqual(before);

  await writeFiles(folder, { "mine/copy.epub": await readFile(join(folder, "dist/memo/memo.epub")) });
  const copy = await offprint(folder, ["verify", "mine/copy.epub", "--manifest", "dist", "--reporter", "json"]);
  expect(copy.code).toBe(0);
  expect(JSON.parse(copy.out)).toMatchObject({ files: [{ state: "unchanged", slug: "memo", edition: "ebook" }] });
  const alone = await offprint(folder, ["verify", "mine/copy.epub"]);
  expect(alone.code).toBe(1);
  expect(alone.err).toMatch(/fileListed/);
});

test.each([[[]], [["--rebuild"]]])("verifies files although the configuration is wrong: %j", async (more) => {
  const folder = await temporaryFolder({ "a.md": article("First.") });
  await offprint(folder, ["build", "a.md", "--edition", "web"]);
  await writeFiles(folder, { "offprint.config.mjs": "export default { brwser: 1 };\n" });
  const { code, out, err } = await offprint(folder, ["verify", "dist", ...more]);
  expect([code, err]).toEqual([2, expect.stringContaining("brwser")]);
  expect(out).toContain("dist/a/a.html: unchanged");
});

test("distinguishes a touched file, one of other sources, and a missing one", async () => {
  const folder = await temporaryFolder({ "content/memo/article.md": article("First.") });
  await offprint(folder, ["build", ...editions]);
  const html = join(folder, "dist/memo/memo.html");
  const book = join(folder, "dist/memo/memo.epub");
  const old = await readFile(book);
  await writeFile(html, `${await readFile(html, "utf8")} `);
  const touched = await offprint(folder, ["verify", "dist/memo/memo.html"]);
  expect(touched.code).toBe(1);
  expect(touched.out).toMatch(/: changed/);
  expect(touched.err.replaceAll(/\s+/g, " ")).toMatch(
    /its bytes differ, although it names the same sources\. fileUnchanged/,
  );

  await writeFiles(folder, { "content/memo/article.md": article("Second.") });
  const stale = await offprint(folder, ["verify", "dist", "--rebuild"]);
  expect(stale.err.replaceAll(/\s+/g, " ")).toMatch(
    /Rebuilt, this file has different bytes: other sources \(article\.md\)/,
  );
  expect(stale.err).toMatch(/fileRebuilt/);
  await offprint(folder, ["build", "--edition", "web"]);
  const partial = await offprint(folder, ["verify", "dist/memo/memo.epub"]);
  expect(partial.code).toBe(0);
  expect(partial.out).toMatch(/: unchanged, superseded/);
  expect(partial.err).toMatch(/fileCurrent/);
  await offprint(folder, ["build", ...editions]);
  // The list of releases knows the files of those before.
  const inHand = join(folder, "in-hand.epub");
  await writeFile(inHand, old);
  const former = await offprint(folder, ["verify", "in-hand.epub", "--manifest", "dist"]);
  expect(former.code).toBe(0);
  expect(former.out).toMatch(/: unchanged, superseded/);
  expect(former.err.replaceAll(/\s+/g, " ")).toMatch(/of version [0-9a-f]{8}; the publication is at [0-9a-f]{8}/);
  await writeFile(inHand, Buffer.concat([old, Buffer.from("x")]));
  const other = await offprint(folder, ["verify", "in-hand.epub", "--manifest", "dist"]);
  expect(other.err.replaceAll(/\s+/g, " ")).toMatch(/its sources are those of version [0-9a-f]{8}, not [0-9a-f]{8}/);

  expect((await offprint(folder, ["verify", "none"])).err).toMatch(/"none" cannot be verified: it is not there/);
  await writeFiles(folder, { "other/a.txt": "Text." });
  expect((await offprint(folder, ["verify", "other"])).code).toBe(2);
});
