import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importRule } from "../../.github/scripts/lint/import-rule.ts";
import { badSamples, goodSamples } from "./lint-samples.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "offprint-lint-"));

/** For each file, the rules that noticed something in it. */
const noticed = new Map<string, string[]>();

/** The project's own configuration, in a folder laid out as the project is, run once over all samples. */
beforeAll(() => {
  for (const path of ["oxlint.config.ts", "tsconfig.json", "package.json", ".github/scripts/lint"]) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  for (const { path, source } of badSamples) write(path, source);
  for (const [path, source] of Object.entries(goodSamples)) write(path, source);
  for (const { filename, code } of runOxlint().diagnostics) {
    const path = filename.replaceAll("\\", "/");
    noticed.set(path, [...(noticed.get(path) ?? []), code]);
  }
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("lint notices", () => {
  test.for(badSamples)("$rule in $path", ({ path, rule }) => {
    expect(noticed.get(path)).toEqual([rule]);
  });
});

describe("lint lets pass", () => {
  test.for(Object.keys(goodSamples))("%s", (path) => {
    expect(noticed.get(path)).toBeUndefined();
  });
});

test("the samples have one path each", () => {
  const paths = [...badSamples.map(({ path }) => path), ...Object.keys(goodSamples)];
  expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
});

test("every room and every file beside the rooms has its import rule", () => {
  const ruled = importRule.flatMap(({ files }) => files);
  const found = readdirSync(join(root, "src"), { withFileTypes: true });
  const unruled = found
    .filter(({ name }) => name !== "formats")
    .map((entry) => (entry.isDirectory() ? `src/${entry.name}/**` : `src/${entry.name}`))
    .concat(readdirSync(join(root, "src", "formats")).map((format) => `src/formats/${format}/**`))
    .filter((pattern) => !ruled.includes(pattern));
  expect(found).not.toEqual([]);
  expect(unruled).toEqual([]);
});

function write(path: string, source: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${source}\n`);
}

interface Report {
  readonly diagnostics: readonly { readonly filename: string; readonly code: string }[];
}

function runOxlint(): Report {
  const program = join(root, "node_modules", "oxlint", "bin", "oxlint");
  const run = spawnSync(process.execPath, [program, "--format=json", "src", "tests"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (!run.stdout.trimStart().startsWith("{")) throw new Error(`oxlint failed: ${run.stdout}${run.stderr}`);
  return JSON.parse(run.stdout) as Report;
}
