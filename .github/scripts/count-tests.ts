import { readFileSync } from "node:fs";
import { z } from "zod";

/** Of Vitest's JSON report, what counts. */
const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** A file that could not be loaded, or whose set-up failed, has no failed test in it, and yet it failed. */
function brokenFiles({ testResults }: z.infer<typeof report>): number {
  return testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  ).length;
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("Usage: count-tests.ts REPORT.json");
const results = report.parse(JSON.parse(readFileSync(path, "utf8")));
console.log(`${results.numPassedTests} passed, ${results.numFailedTests + brokenFiles(results)} failed`);
