import { expect, test } from "vitest";
import { connectQueue } from "../../src/api/connect-queue.ts";
import { worldOf } from "../support/world.ts";

test.each([
  ["the address", "postgres://clinic:s3cret@host/db", (url: string) => `cannot reach ${url}`],
  ["the password", "postgres://clinic:s3cret@host/db", () => 'refused: "s3cret" is wrong'],
  ["the password, decoded", "postgres://clinic:s3%2Fcret@host/db", () => "s3/cret is wrong"],
  ["a password with an at sign", "postgres://clinic:s3cr@et@host/db", () => "s3cr@et is wrong"],
])("what a database says is shown without %s", async (_, url, say) => {
  const workQueues = { connect: () => Promise.reject(new Error(say(url))) };
  const { ok, diagnostics } = await connectQueue(worldOf({}, { workQueues }), url);
  expect([ok, diagnostics[0]?.rule]).toEqual([false, "queueReached"]);
  expect(JSON.stringify(diagnostics)).not.toMatch(/s3.?cr|clinic/);
});

test("what is no address of a database is refused without repeating it", async () => {
  const { ok, diagnostics } = await connectQueue(worldOf({}), "mysql://clinic:s3cret@host/db");
  expect([ok, diagnostics[0]?.rule]).toEqual([false, "commandShape"]);
  expect(JSON.stringify(diagnostics)).not.toContain("s3cret");
});
