import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeFiles } from "../support/temporary.ts";

// The npm package as `npm pack` makes it, in a folder that has nothing else: the bundle needs none of the libraries that are
// in it, and finds those that it leaves outside by their names.

const root = join(import.meta.dirname, "../..");

/** Libraries that stay outside of the bundle; `.github/scripts/bundle.ts` has the list, and this is what comes of it. */
let outside: readonly string[];
let folder: string;

const run = (program: string, words: readonly string[], cwd = folder): string =>
  execFileSync(program, words, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, OFFPRINT_CACHE: join(folder, "cache") },
  });

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "offprint-package-")));
  await writeFiles(folder, { "text/article.md": "---\ntitle: A text\ndate: 2026-11-01\n---\n\nSome `code`.\n" });
  run("npm", ["pack", "--silent", "--pack-destination", folder], root);
  const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  const installed = join(folder, "node_modules/offprint");
  mkdirSync(installed, { recursive: true });
  run("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  outside = JSON.parse(readFileSync(join(installed, "lib/external.json"), "utf8")) as string[];
  for (const name of outside) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", name), link);
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every library outside of the bundle is a dependency", () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { dependencies: object };
  expect(outside.filter((name) => !(name in dependencies))).toEqual([]);
});

test("the command line makes all three formats", () => {
  const printed = run(process.execPath, [
    "node_modules/offprint/lib/main.js",
    "build",
    "text",
    "--out",
    "made",
    "--no-cache",
  ]);
  expect(printed).toContain("Written made/text/text.pdf");
  expect(readdirSync(join(folder, "made/text")).toSorted()).toEqual([
    "manifest.json",
    "text.epub",
    "text.html",
    "text.pdf",
  ]);
});

test("a program builds by its interface", () => {
  writeFileSync(
    join(folder, "build.js"),
    `import { build } from "offprint";
const { ok, publications } = await build({ sources: "text", editions: ["web"], cache: false });
console.log(JSON.stringify({ ok, paths: publications.flatMap(({ artifacts }) => artifacts.map(({ path }) => path)) }));
`,
  );
  expect(JSON.parse(run(process.execPath, ["build.js"]))).toEqual({ ok: true, paths: ["text/text.html"] });
});

test("the types describe it", () => {
  writeFileSync(
    join(folder, "typed.ts"),
    `import { build, defineConfig, type BuildResult } from "offprint";
export default defineConfig({ sources: ["text"] });
export const made: Promise<BuildResult> = build({ editions: ["web"] });
// @ts-expect-error: there is no such edition.
void build({ editions: ["none"] });
`,
  );
  const options = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--module",
    "nodenext",
    "--target",
    "es2024",
    "--types",
    "",
  ];
  expect(run(join(root, "node_modules/.bin/tsc"), [...options, "typed.ts"])).toBe("");
});
