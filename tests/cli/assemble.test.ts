import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

const article = (title: string): string => `---\ntitle: ${title}\ndate: 2026-11-01\n---\n\nText of ${title}.\n`;

const files = Object.fromEntries(
  ["one", "two", "three", "four", "five"].map((name) => [`content/${name}/article.md`, article(name)]),
);

const build = ["build", "--format", "html", "--no-cache"];

test("shards, assembled, are the library of a build on one machine, byte for byte", async () => {
  const folder = await temporaryFolder(files);
  expect((await offprint(folder, [...build, "--out", "whole"])).code).toBe(0);
  for (const part of ["1", "2", "3"]) {
    expect((await offprint(folder, [...build, "--shard", `${part}/3`, "--out", `parts/${part}`])).code).toBe(0);
  }
  expect(Object.keys(await snapshot(join(folder, "parts/2"))).toSorted()).toEqual([
    "four/four.html",
    "four/four.report.html",
    "four/four.report.json",
    "four/manifest.json",
    "four/search.json",
    "two/manifest.json",
    "two/search.json",
    "two/two.html",
    "two/two.report.html",
    "two/two.report.json",
  ]);
  const joined = await offprint(folder, ["assemble", "parts/3", "parts/1", "parts/2", "--out", "joined"]);
  expect(joined.code).toBe(0);
  expect(joined.out).toMatch(/^\d+ files in joined\n$/);
  expect(await snapshot(join(folder, "joined"))).toEqual(await snapshot(join(folder, "whole")));
});

test("assembled into an empty folder, they contain the changes since the previous release", async () => {
  const folder = await temporaryFolder({ "content/two/article.md": article("two") });
  await offprint(folder, [...build, "--out", "before"]);
  await writeFiles(folder, { "content/two/article.md": article("two").replace("Text of", "Other text of") });
  await offprint(folder, [...build, "--shard", "1/1", "--out", "part"]);
  await offprint(folder, [...build, "--previous", "before", "--out", "whole"]);
  expect((await offprint(folder, ["assemble", "part", "--previous", "before", "--out", "joined"])).code).toBe(0);
  const joined = await snapshot(join(folder, "joined"));
  expect(Object.keys(joined)).toContain("two/errata.html");
  expect(joined).toEqual(await snapshot(join(folder, "whole")));
  expect((await offprint(folder, ["assemble", "part", "--previous", "none"])).err).toMatch(/There is no release/);
});

test("a shard that is named twice, a file that was changed and a folder of something else are refused", async () => {
  const folder = await temporaryFolder({ ...files, "other/notes/text.md": "Text.\n" });
  await offprint(folder, [...build, "--shard", "1/5", "--out", "part"]);
  expect((await offprint(folder, ["assemble", "part", "part"])).err).toMatch(/error.*"five" is in two of the folders/);
  // What a killed run has left is none of its publications.
  await writeFiles(folder, { "part/.offprint-Ab12Cd/five/five.html": "half" });
  expect((await offprint(folder, ["assemble", "part", "--out", "joined"])).code).toBe(0);
  expect(await readdir(join(folder, "joined"))).not.toContain(".offprint-Ab12Cd");
  expect((await offprint(folder, ["assemble", "other"])).err).toMatch(/error.*"other\/notes" is not a publication/);
  expect((await offprint(folder, ["assemble", "none"])).err).toMatch(/error.*"none" cannot be read/);
  await writeFile(join(folder, "part/five/five.html"), "Something else.");
  expect((await offprint(folder, ["assemble", "part"])).err).toMatch(/error.*is not the file that its manifest lists/);
});

test.each(["0/3", "4/3", "2", "a/b"])("%s is no shard", async (shard) => {
  const folder = await temporaryFolder(files);
  const { code, err } = await offprint(folder, [...build, "--shard", shard]);
  expect(code).toBe(2);
  expect(err).toMatch(/A shard is one of several, as in 2\/5/);
});
