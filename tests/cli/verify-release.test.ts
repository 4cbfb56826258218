import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runScript } from "../setup/run-script.ts";
import { offprint } from "../support/command-line.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

const article = "---\ntitle: A memo\nlanguage: en\ndate: 2026-01-02\n---\n\nFirst.\n";

/** A release as somebody has downloaded it. */
async function released(): Promise<string> {
  const folder = await temporaryFolder({ "content/memo/article.md": article, "parts/LICENSES.txt": "Words." });
  await offprint(folder, ["build", "--format", "html,epub", "--no-page-list"]);
  const { code, err } = await runScript("collect-release.ts", ["dist", "release", "parts"], { folder });
  expect([code, err]).toEqual([0, ""]);
  return folder;
}

const lines = (text: string): string[] => text.trimEnd().split("\n");

test("a release is verified by its sums, with each file's entry in the manifests", async () => {
  const folder = await released();
  expect((await readdir(join(folder, "release"))).toSorted()).toEqual([
    "LICENSES.txt",
    "SHA256SUMS",
    "memo.epub",
    "memo.html",
    "memo.manifest.json",
    "memo.releases.json",
    "memo.report.html",
    "memo.report.json",
  ]);
  const whole = await offprint(folder, ["verify", "release"]);
  expect([whole.code, whole.err]).toEqual([0, ""]);
  expect(lines(whole.out)).toEqual([
    "release/LICENSES.txt: unchanged",
    expect.stringMatching(/^release\/memo\.epub: unchanged, current \(ebook of "A memo", version [0-9a-f]{8}\)$/),
    expect.stringMatching(/^release\/memo\.html: unchanged, current \(web of "A memo"/),
    "release/memo.manifest.json: unchanged",
    "release/memo.releases.json: unchanged",
    expect.stringMatching(/^release\/memo\.report\.html: unchanged, current \(report of/),
    expect.stringMatching(/^release\/memo\.report\.json: unchanged, current \(report of/),
  ]);
  expect((await offprint(folder, ["verify", "release/SHA256SUMS"])).out).toBe(whole.out);
  expect((await offprint(folder, ["verify", "release/LICENSES.txt"])).code).toBe(0);
  const copy = await readFile(join(folder, "release/memo.epub"));
  await writeFiles(folder, { "mine/memo.epub": copy });
  const named = await offprint(folder, ["verify", "mine/memo.epub", "--manifest", "release/SHA256SUMS"]);
  expect([named.code, named.out]).toEqual([0, "mine/memo.epub: unchanged\n"]);
});

test("reports changed, missing, new and outside files", async () => {
  const folder = await released();
  const html = join(folder, "release/memo.html");
  await writeFile(html, `${await readFile(html, "utf8")} `);
  await rm(join(folder, "release/memo.epub"));
  await writeFiles(folder, { "release/more.pdf": "%PDF-" });
  const sums = join(folder, "release/SHA256SUMS");
  const digest = createHash("sha256").update(article).digest("hex");
  await writeFile(sums, `${await readFile(sums, "utf8")}${digest}  ../content/memo/article.md\nno sum\n`);
  const { code, out, err } = await offprint(folder, ["verify", "release", "--verbose"]);
  expect(code).toBe(1);
  expect(out).toContain("release/memo.html: changed");
  expect(out).toContain("release/memo.epub: missing");
  expect(out).toContain("release/more.pdf: unknown");
  expect(out).not.toContain("article.md");
  const printed = err.replaceAll(/\s+/g, " ");
  expect(printed).toMatch(
    /This is not the file that SHA256SUMS lists: its digest begins with \w{8}, not \w{8}\. fileUnch/,
  );
  expect(printed).toContain("SHA256SUMS does not list this file. fileListed");
  expect(printed).toContain("its bytes differ, although it names the same sources");
});
