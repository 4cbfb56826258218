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
  test("takes every action at a commit, and says which version that is", () => {
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
  ])("runs what its inputs say: %j", async (given, expected) => {
    const folder = await temporaryFolder({});
    const npx = join(folder, "npx");
    await writeFile(npx, '#!/bin/sh\nfor given in "$@"; do echo "$given"; done\n');
    await chmod(npx, 0o755);
    const build = scripts.find((script) => script.includes("npx")) ?? "";
    const ran = await run("bash", ["-euo", "pipefail", "-c", build], {
      folder,
      variables: {
        SOURCES: "",
        VERSION: "1.2.3",
        STRICT: "true",
        OUT: "dist",
        EDITIONS: "",
        ...given,
        PATH: `${folder}${delimiter}${process.env["PATH"]}`,
      },
    });
    expect(ran.err).toBe("");
    expect(ran.out.trim().split("\n")).toEqual(["--yes", "offprint@1.2.3", "build", ...expected]);
  });
});
