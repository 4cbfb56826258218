import { defineConfig } from "vitest/config";

/** Where `.ci/run` wants the results as JSON, to count from. */
const results = process.env["TEST_RESULTS"];

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/have-browser.ts"],
    allowOnly: false,
    // A browser that starts for the first time on a busy machine needs its time.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    reporters: [
      "default",
      ...(process.env["GITHUB_ACTIONS"] === "true" ? ["github-actions"] : []),
      ...(results ? [["json", { outputFile: results }] as ["json", { outputFile: string }]] : []),
    ],
  },
});
