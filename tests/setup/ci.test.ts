import { chmod, cp, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.ts";
import { root, run, runScript } from "./run-script.ts";

/** Of Vitest's JSON report, what is read; one file for each list of its tests' states. */
function report(...files: readonly (readonly string[])[]): string {
  const states = files.flat();
  return JSON.stringify({
    numPassedTests: states.filter((state) => state === "passed").length,
    numFailedTests: states.filter((state) => state === "failed").length,
    testResults: files.map((file) => ({
      status: file.length === 0 || file.includes("failed") ? "failed" : "passed",
      assertionResults: file.map((status) => ({ status })),
    })),
  });
}

describe("the count of tests", () => {
  const count = async (...texts: readonly string[]) => {
    const files = Object.fromEntries(texts.map((text, index) => [`${index}.json`, text]));
    const folder = await temporaryFolder(files);
    return runScript(
      "count-tests.ts",
      Object.keys(files).map((name) => join(folder, name)),
    );
  };

  test.each([
    ["all pass", report(["passed", "passed"], ["passed"]), "3 passed, 0 failed\n"],
    ["one fails", report(["passed", "failed"], ["passed"]), "2 passed, 1 failed\n"],
    ["a file cannot be loaded", report(["passed"], []), "1 passed, 1 failed\n"],
    ["none ran", report(), "0 passed, 0 failed\n"],
  ])("where %s", async (_, text, expected) => {
    expect(await count(text)).toEqual({ code: 0, out: expected, err: "" });
  });

  test("is that of all reports", async () => {
    const { out } = await count(report(["passed", "passed"]), report(["passed", "failed"], []));
    expect(out).toBe("3 passed, 2 failed\n");
  });

  test("needs a report at all", async () => {
    expect(await count()).toMatchObject({ code: 1, out: "" });
  });

  test.each(["", "{", "{}", "[]"])("needs a report, not %j", async (text) => {
    expect(await count(text)).toMatchObject({ code: 1, out: "" });
  });
});

/** The commands of `.ci/run`, in their order. */
async function commands(): Promise<string[]> {
  const script = await readFile(join(root, ".ci", "run"), "utf8");
  return Array.from(script.matchAll(/^step '(.+)'$/gm), ([, command = ""]) => command);
}

/** `.ci/run` in a project in which npm is a stand-in that writes down what it is asked and fails as it is told. */
async function runCi({ fail = "", results = report(["passed", "passed"]), slowResults = report(["passed"]) } = {}) {
  const npm = `#!/bin/sh
echo "npm $*" >>"$CALLS"
leave() { mkdir -p coverage && printf %s "$1" >"$TEST_RESULTS"; }
case "$*" in test) leave "$RESULTS" ;; "run test:slow") leave "$SLOW_RESULTS" ;; esac
[ "$*" != "$FAIL" ]
`;
  const folder = await temporaryFolder({ "bin/npm": npm, calls: "", "package.json": '{"type":"module"}' });
  for (const path of [".ci/run", ".github/scripts/count-tests.ts"]) await cp(join(root, path), join(folder, path));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  await chmod(join(folder, "bin", "npm"), 0o755);
  const variables = {
    PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
    CALLS: join(folder, "calls"),
    FAIL: fail,
    RESULTS: results,
    SLOW_RESULTS: slowResults,
  };
  const ended = await run(join(folder, ".ci", "run"), [], { folder: "/", variables });
  const calls = (await readFile(join(folder, "calls"), "utf8")).split("\n").filter((line) => line !== "");
  return { ...ended, calls, last: ended.out.trimEnd().split("\n").at(-1) };
}

test("README begins with existing scripts, which .ci/run runs unchanged", async () => {
  const [, block = ""] = (await readFile(join(root, "README.md"), "utf8")).split("```");
  const promised = block
    .split("\n")
    .slice(1, -1)
    .map((line) => line.replace(/ *#.*/, ""));
  expect(promised).toEqual(["npm ci && npm run build", "npm ci && npm test"]);
  expect(await commands()).toEqual(expect.arrayContaining(promised));
  const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { scripts: object };
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["build", "lint", "test", "test:slow"]));
});

describe.skipIf(process.platform === "win32")(".ci/run", () => {
  test("runs its commands in their order and ends with the count", async () => {
    const { code, calls, last } = await runCi();
    expect(calls).toEqual((await commands()).flatMap((line) => line.split(" && ")));
    expect([code, last]).toEqual([0, "3 passed, 0 failed"]);
  });

  test.each(["ci", "test", "run test:slow", "run lint", "run build"])("stops where npm %s fails", async (fail) => {
    const { code, calls } = await runCi({ fail });
    const all = (await commands()).flatMap((line) => line.split(" && "));
    expect(calls).toEqual(all.slice(0, all.indexOf(`npm ${fail}`) + 1));
    expect(code).not.toBe(0);
  });

  test("counts the tests though some of them failed", async () => {
    const { code, last } = await runCi({ fail: "test", results: report(["passed", "failed"]) });
    expect([code, last]).toEqual([1, "1 passed, 1 failed"]);
  });

  test("counts the tests even when a later step failed", async () => {
    const { code, last } = await runCi({ fail: "run build" });
    expect([code, last]).toEqual([1, "3 passed, 0 failed"]);
  });

  test("claims nothing where no test ran", async () => {
    const { code, out } = await runCi({ fail: "ci" });
    expect(code).not.toBe(0);
    expect(out).not.toContain("passed");
  });

  test("fails where the report cannot be read", async () => {
    expect(await runCi({ results: "{" })).toMatchObject({ code: 1 });
  });
});
