import { afterAll, beforeAll, expect, test } from "vitest";
import type { QueuedResult, WorkQueue } from "../../src/model/work-queue.ts";
import { workQueues } from "../../src/world/work-queues.ts";
import { type Database, startPostgres } from "../support/postgres.ts";

let database: Database;
let queue: WorkQueue;

beforeAll(async () => {
  database = await startPostgres();
  queue = await workQueues.connect(database.url);
});
afterAll(async () => {
  await queue.close();
  await database.stop();
});

test("each job has one result, which is delivered once and then removed", async () => {
  const run = "a".repeat(64);
  await queue.announce({ run, title: "plan", total: 3, started: new Date(0) }, { word: "common" });
  const jobs = [1, 2, 3].map((row) => ({ run, key: String(row), data: { name: `Person ${row}` } }));
  await queue.enqueue(jobs);
  await queue.enqueue(jobs);
  expect((await queue.state()).runs).toMatchObject([
    { run, title: "plan", total: 3, waiting: 3, active: 0, failed: 0 },
  ]);
  expect(await queue.commonOf(run)).toEqual({ word: "common" });

  const worker = await workQueues.connect(database.url);
  await worker.work(2, ({ key, data }) => Promise.resolve({ key, of: (data as { name: string }).name }));
  const results: QueuedResult[] = [];
  const take = async (): Promise<number> => {
    await queue.takeResults(run, async (some) => void results.push(...some));
    return results.length;
  };
  await expect.poll(take, { timeout: 20_000 }).toBe(3);
  expect(results.toSorted((a, b) => a.key.localeCompare(b.key)).map(({ key, data }) => [key, data])).toEqual(
    [1, 2, 3].map((row) => [String(row), { key: String(row), of: `Person ${row}` }]),
  );
  expect((await queue.state()).runs).toMatchObject([{ waiting: 0, active: 0 }]);
  await worker.close();
  await queue.forget(run);
  expect((await queue.state()).runs).toEqual([]);
  await expect(queue.commonOf(run)).rejects.toThrow("unknown or was forgotten");
});

test("refuses an address without a target", async () => {
  await expect(workQueues.connect("postgres://127.0.0.1:1/none")).rejects.toThrow();
});
