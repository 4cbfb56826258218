import { defineConfig } from "vitest/config";

/** Where `.ci/run` wants the results as JSON, to count from. */
const results = process.env["TEST_RESULTS"];

/** Tests that take long: torture documents, whole publications, long print runs, the official checkers. */
const slow = "tests/**/*.slow.test.ts";

const shared = {
  globalSetup: ["tests/support/have-browser.ts"],
  setupFiles: ["tests/support/close-browser.ts"],
  // Files share the modules of their worker: to load them anew for each takes longer than most tests.
  isolate: false,
  // Vitest leaves a processor for itself, which is half of two.
  maxWorkers: "100%",
  allowOnly: false,
  // A browser that starts for the first time on a busy machine needs its time.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // What is waited for comes at once, but not on a busy machine.
  expect: { poll: { timeout: 300_000 } },
};

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: "fast", include: ["tests/**/*.test.ts"], exclude: [slow] } },
      { test: { ...shared, name: "slow", include: [slow], testTimeout: 900_000, hookTimeout: 900_000 } },
    ],
    reporters: [
      "default",
      ...(process.env["GITHUB_ACTIONS"] === "true" ? ["github-actions"] : []),
      ...(results ? [["json", { outputFile: results }] as ["json", { outputFile: string }]] : []),
    ],
  },
});
