import { chmod, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { temporaryFolder } from "../support/temporary.ts";
import { root, run } from "./run-script.ts";

const step = z.object({ name: z.string().optional(), uses: z.string().optional(), run: z.string().optional() });
const action = z.object({ inputs: z.record(z.string(), z.unknown()), runs: z.object({ steps: z.array(step) }) });

const text = await readFile(join(root, ".github/actions/offprint/action.yml"), "utf8");
const { inputs, runs } = action.parse(parse(text));
const scripts = runs.steps.flatMap(({ run: script }) => (script === undefined ? [] : [script]));

describe("the action for other projects", () => {
  test("pins every action to a commit, with its version in a comment", () => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(([, name]) => name);
    expect(uses).toHaveLength(3);
    for (const name of uses) expect(name).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("puts no input into a script, and uses each", () => {
    for (const script of scripts) expect(script).not.toContain("${{");
    for (const name of Object.keys(inputs)) expect(text).toContain(`inputs.${name}`);
  });

  test.each([
    [{}, ["--reporter", "github", "--out", "dist", "--strict", "--"]],
    [
      { SOURCES: "a.md texts/b.md", STRICT: "false", EDITIONS: "web,ebook", OUT: "public" },
      ["--reporter", "github", "--out", "public", "--edition", "web,ebook", "--", "a.md", "texts/b.md"],
    ],
    [
      { SOURCES: "$(touch owned) ;x", OUT: "a b" },
      ["--reporter", "github", "--out", "a b", "--strict", "--", "$(touch", "owned)", ";x"],
    ],
  ])("runs with its inputs: %j", async (input, expected) => {
    const folder = await temporaryFolder({});
    expect(await runBuild(folder, input)).toEqual(["--yes", "offprint@1.2.3", "build", ...expected]);
  });

  test("installs a project's dependencies, and uses its Offprint", async () => {
    const lines = ["ci", "--yes", "offprint", "build", "--reporter", "github", "--out", "dist", "--strict", "--"];
    const files = { "package-lock.json": "{}", "node_modules/offprint/package.json": "{}" };
    expect(await runBuild(await temporaryFolder(files), {})).toEqual(lines);
    const other = await runBuild(await temporaryFolder({ "package-lock.json": "{}" }), {});
    expect(other).toEqual(["ci", "--yes", "offprint@1.2.3", ...lines.slice(3)]);
  });
});

/** What the step that builds says to npm and npx, a word a line. */
async function runBuild(folder: string, input: Readonly<Record<string, string>>): Promise<string[]> {
  for (const name of ["npm", "npx"]) {
    await writeFile(join(folder, name), '#!/bin/sh\nfor given in "$@"; do echo "$given"; done\n');
    await chmod(join(folder, name), 0o755);
  }
  const build = scripts.find((script) => script.includes("npx")) ?? "";
  const variables = { SOURCES: "", VERSION: "1.2.3", STRICT: "true", OUT: "dist", EDITIONS: "", ...input };
  const ran = await run("bash", ["-euo", "pipefail", "-c", build], {
    folder,
    variables: { ...variables, PATH: `${folder}${delimiter}${process.env["PATH"]}` },
  });
  expect(ran.err).toBe("");
  return ran.out.trim().split("\n");
}
