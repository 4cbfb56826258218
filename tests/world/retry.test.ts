import { expect, test } from "vitest";
import { retryWhileUnreachable } from "../../src/world/retry.ts";

const failing = (times: number, error: Error) => {
  const calls = { count: 0 };
  const ask = (): Promise<string> => {
    calls.count += 1;
    return calls.count > times ? Promise.resolve("answer") : Promise.reject(error);
  };
  return { calls, ask };
};

test.each([
  ["ECONNREFUSED", "connect"],
  ["57P03", "the database system is starting up"],
  ["08006", "connection failure"],
  [undefined, "Connection terminated unexpectedly"],
])("a server that is unreachable (%s) is asked again", async (code, message) => {
  const { calls, ask } = failing(1, Object.assign(new Error(message), { code }));
  expect(await retryWhileUnreachable(ask)).toBe("answer");
  expect(calls.count).toBe(2);
});

test("another error is not retried", async () => {
  const { calls, ask } = failing(9, Object.assign(new Error("permission denied"), { code: "42501" }));
  await expect(retryWhileUnreachable(ask)).rejects.toThrow("permission denied");
  expect(calls.count).toBe(1);
});
