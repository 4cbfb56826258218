const asked = process.env["UPDATE_CASES"] === "1";

// What writes its own expectations can not fail.
if (asked && process.env["CI"]) throw new Error("UPDATE_CASES writes what tests expect: not in CI.");

/** Whether tests with expected files write them anew: `UPDATE_CASES=1 npx vitest run tests/cases.test.ts`. Read what it wrote. */
export const update: boolean = asked;
