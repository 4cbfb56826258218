import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { Manifest } from "../../src/config/manifest-file.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

const article = "---\ntitle: A memo\nlanguage: en\ndate: 2026-01-02\n---\n\n## One\n\nFirst.\n";
const editions = ["--edition", "web,ebook,handout,large-print,docx"];

/** Make a manifest say something else of itself, or of the bytes of a file that lies there now. */
async function edit(folder: string, change: (manifest: Manifest) => object): Promise<void> {
  const path = join(folder, "dist/memo/manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8")) as Manifest;
  await writeFile(path, JSON.stringify({ ...manifest, ...change(manifest) }));
}

const rebuilt = async (folder: string) => {
  const { code, err } = await offprint(folder, ["verify", "dist", "--rebuild", "--verbose"]);
  return { code, said: err.replaceAll(/\s+/g, " ") };
};

test("all formats built again have the same bytes, or the difference and its reason are printed", async () => {
  const folder = await temporaryFolder({ "content/memo/article.md": article });
  expect((await offprint(folder, ["build", ...editions])).code).toBe(0);
  const before = await snapshot(folder);
  const same = await rebuilt(folder);
  expect([same.code, same.said]).toEqual([0, expect.not.stringContaining("fileRebuilt")]);
  expect(await snapshot(folder)).toEqual(before);

  // As if an older Offprint, another browser and other fonts had made it.
  const book = join(folder, "dist/memo/memo.epub");
  const parts = unzipSync(await readFile(book));
  const [font = ""] = Object.keys(parts).filter((name) => /\.(?:woff2?|otf|ttf)$/.test(name));
  expect(font).not.toBe("");
  const bytes = zipSync({ ...parts, [font]: strToU8("another") });
  await writeFile(book, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await edit(folder, ({ artifacts, tool }) => ({
    browser: "HeadlessChrome/1.0",
    tool: { ...tool, version: "0.0.1" },
    artifacts: artifacts.map((entry) => (entry.edition === "ebook" ? { ...entry, sha256 } : entry)),
  }));
  const other = await rebuilt(folder);
  expect(other.code).toBe(1);
  expect(other.said).toContain("Offprint was 0.0.1 and is ");
  expect(other.said).toContain("the browser was HeadlessChrome/1.0 and is ");
  expect(other.said).toContain(`it differs in ${font}`);

  await writeFiles(folder, { "content/memo/article.md": article.replace("First", "Second") });
  expect((await rebuilt(folder)).said).toMatch(/other sources \(article\.md\).*its text/);
});
