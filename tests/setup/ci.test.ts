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
  const count = async (text: string) =>
    runScript("count-tests.ts", [join(await temporaryFolder({ "report.json": text }), "report.json")]);

  test.each([
    ["all pass", report(["passed", "passed"], ["passed"]), "3 passed, 0 failed\n"],
    ["one fails", report(["passed", "failed"], ["passed"]), "2 passed, 1 failed\n"],
    ["a file cannot be loaded", report(["passed"], []), "1 passed, 1 failed\n"],
    ["none ran", report(), "0 passed, 0 failed\n"],
  ])("where %s", async (_, text, expected) => {
    expect(await count(text)).toEqual({ code: 0, out: expected, err: "" });
  });

  test.each(["", "{", "{}", "[]"])("needs a report, not %j", async (text) => {
    expect(await count(text)).toMatchObject({ code: 1, out: "" });
  });
});

/** A project with this README, in which npm is a stand-in that writes down what it is asked and fails as it is told. */
async function project(readme: string, options: { fail?: string; results?: string } = {}) {
  const npm = `#!/bin/sh
echo "npm $*" >>"$CALLS"
if [ "$1" = test ] && [ -n "$RESULTS" ]; then mkdir -p coverage && printf %s "$RESULTS" >"$TEST_RESULTS"; fi
[ "$*" != "$FAIL" ]
`;
  const folder = await temporaryFolder({
    "README.md": readme,
    "bin/npm": npm,
    calls: "",
    "package.json": '{"type":"module"}',
  });
  for (const path of [".ci/run", ".github/scripts/count-tests.ts"]) await cp(join(root, path), join(folder, path));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  await chmod(join(folder, "bin", "npm"), 0o755);
  const { fail = "", results = report(["passed", "passed"]) } = options;
  const variables = {
    PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
    CALLS: join(folder, "calls"),
    FAIL: fail,
    RESULTS: results,
  };
  const ended = await run(join(folder, ".ci", "run"), [], { folder: "/", variables });
  const calls = (await readFile(join(folder, "calls"), "utf8")).split("\n").filter((line) => line !== "");
  return { ...ended, calls, last: ended.out.trimEnd().split("\n").at(-1) };
}

const readme = `# A project

\`\`\`sh
npm ci && npm run build   # makes it
npm ci && npm test        # tests it
\`\`\`

Later:

\`\`\`sh
npm test -- --watch
\`\`\`
`;

describe.skipIf(process.platform === "win32")(".ci/run", () => {
  test("does what README promises, and lint, and ends with the count", async () => {
    const { code, calls, last } = await project(readme);
    expect(calls).toEqual(["npm ci", "npm test", "npm run lint", "npm ci", "npm run build"]);
    expect([code, last]).toEqual([0, "2 passed, 0 failed"]);
  });

  test.each([
    ["ci", ["npm ci"]],
    ["test", ["npm ci", "npm test"]],
    ["run lint", ["npm ci", "npm test", "npm run lint"]],
    ["run build", ["npm ci", "npm test", "npm run lint", "npm ci", "npm run build"]],
  ])("stops where npm %s fails", async (fail, expected) => {
    const { code, calls, err } = await project(readme, { fail });
    expect(calls).toEqual(expected);
    expect(code).toBe(1);
    expect(err).toContain("Failed: npm ");
  });

  test("counts the tests though some of them failed", async () => {
    const { code, last } = await project(readme, { fail: "test", results: report(["passed", "failed"]) });
    expect([code, last]).toEqual([1, "1 passed, 1 failed"]);
  });

  test("counts the tests though what came after them failed", async () => {
    const { code, last } = await project(readme, { fail: "run build" });
    expect([code, last]).toEqual([1, "2 passed, 0 failed"]);
  });

  test("claims nothing where no test ran", async () => {
    const { code, out } = await project(readme, { fail: "ci" });
    expect(code).toBe(1);
    expect(out).not.toContain("passed");
  });

  test("fails where the report cannot be read", async () => {
    expect(await project(readme, { results: "{" })).toMatchObject({ code: 1 });
  });

  test.each([
    ["no code block", "# A project\n\nnpm ci && npm test\nnpm ci && npm run build\n"],
    ["no test command in the first one", "```sh\nnpm run build\n```\n\n```sh\nnpm ci && npm test\n```\n"],
  ])("runs nothing where README has %s", async (_, text) => {
    const { code, calls, err } = await project(text);
    expect([code, calls]).toEqual([1, []]);
    expect(err).toContain("The code block that opens README.md has no line with 'npm test'.");
  });

  test("finds its commands in our own README", async () => {
    const { code, calls } = await project(await readFile(join(root, "README.md"), "utf8"));
    expect(calls).toEqual(["npm ci", "npm test", "npm run lint", "npm ci", "npm run build"]);
    expect(code).toBe(0);
  });
});
