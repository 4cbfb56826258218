import { readFileSync } from "node:fs";
import { z } from "zod";

/** The parts of Vitest's JSON report that are read. */
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

/** A file that failed to load, or whose set-up failed, contains no failed test but has failed. */
function brokenFiles({ testResults }: z.infer<typeof report>): number {
  return testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  ).length;
}

const paths = process.argv.slice(2);
if (paths.length === 0) throw new Error("Usage: count-tests.ts REPORT.json...");
const reports = paths.map((path) => report.parse(JSON.parse(readFileSync(path, "utf8"))));
const sum = (count: (one: z.infer<typeof report>) => number): number =>
  reports.reduce((total, entry) => total + count(entry), 0);
const passed = sum(({ numPassedTests }) => numPassedTests);
const failed = sum((entry) => entry.numFailedTests + brokenFiles(entry));
console.log(`${passed} passed, ${failed} failed`);
