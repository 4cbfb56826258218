import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readHost } from "../../src/world/host.ts";
import { snapshot } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

const main = join(import.meta.dirname, "../../src/main.ts");

test("a helper process makes the same files, with and without the cache", async () => {
  const texts = Array.from({ length: 20 }, (_, index) => [
    `content/text-${index}/article.md`,
    `---\ntitle: Text ${index}\ndate: 2026-11-01\ncontents: true\n---\n\n# Part\n\nWords of ${index}.[^1]\n\n[^1]: A note.\n`,
  ]);
  const folder = await temporaryFolder(Object.fromEntries(texts) as Record<string, string>);
  // Who the browser is decides about what is kept of a whole build.
  mkdirSync(join(folder, "cache"));
  symlinkSync(join(readHost().cacheFolder, "browsers"), join(folder, "cache", "browsers"));
  const made = (out: string, ...words: readonly string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [main, "build", "--out", out, "--profile", ...words], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, OFFPRINT_CACHE: join(folder, "cache") },
    });
    expect([status, stderr]).toEqual([0, expect.not.stringContaining("error")]);
    return { stderr, files: snapshot(join(folder, out)) };
  };
  const formats = ["--format", "html"];
  const alone = made("alone", ...formats, "--no-cache", "--jobs", "1");
  const beside = made("beside", ...formats, "--no-cache", "--jobs", "2");
  expect(beside.stderr).toMatch(/^make web .* 20 times$/m);
  expect(await beside.files).toEqual(await alone.files);
  expect(await made("cold", ...formats, "--jobs", "2").files).toEqual(await alone.files);
  const again = made("again", ...formats, "--jobs", "2");
  expect(again.stderr).not.toContain("make web");
  expect(await again.files).toEqual(await alone.files);
});
