import { afterAll, beforeAll, expect, test } from "vitest";
import { QueueFailed, type QueuedResult, type WorkQueue } from "../../src/model/work-queue.ts";
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
  await expect.poll(take).toBe(3);
  expect(results.toSorted((a, b) => a.key.localeCompare(b.key)).map(({ key, data }) => [key, data])).toEqual(
    [1, 2, 3].map((row) => [String(row), { key: String(row), of: `Person ${row}` }]),
  );
  expect((await queue.state()).runs).toMatchObject([{ waiting: 0, active: 0 }]);
  await worker.close();
  await queue.forget(run);
  expect((await queue.state()).runs).toEqual([]);
  await expect(queue.commonOf(run)).rejects.toThrow("unknown or was forgotten");
});

test("a run is pending while it has a job or a result, and a database without its tables says so", async () => {
  const run = "b".repeat(64);
  const begin = async (): Promise<void> => {
    await queue.announce({ run, title: "plan", total: 1, started: new Date(0) }, {});
    await queue.enqueue([{ run, key: "1", data: {} }]);
  };
  expect(await queue.isPending(run)).toBe(false);
  await begin();
  expect(await queue.isPending(run)).toBe(true);
  await queue.forget(run);
  expect(await queue.isPending(run)).toBe(false);

  await begin();
  const worker = await workQueues.connect(database.url);
  await worker.work(1, () => Promise.resolve({}));
  await expect.poll(async () => (await queue.state()).runs[0]?.waiting).toBe(0);
  await worker.close();
  expect(await queue.isPending(run)).toBe(true);
  expect(await queue.takeResults(run, () => Promise.resolve())).toBe(1);
  expect(await queue.isPending(run)).toBe(false);
  await queue.forget(run);

  const emptied = await startPostgres();
  const other = await workQueues.connect(emptied.url);
  try {
    await other.announce({ run, title: "plan", total: 1, started: new Date(0) }, {});
    const troubles: string[] = [];
    await other.work(
      1,
      () => Promise.resolve({}),
      (reason) => void troubles.push(reason),
    );
    await emptied.empty();
    // A worker says so too, once.
    await expect.poll(() => troubles.join("\n")).toContain("does not exist");
    await expect(other.takeResults(run, () => Promise.resolve())).rejects.toThrow(QueueFailed);
    await expect(other.isPending(run)).rejects.toThrow(QueueFailed);
    expect(troubles).toEqual([...new Set(troubles)]);
  } finally {
    await other.close();
    await emptied.stop();
  }
});

test("an error of who keeps the results is passed on", async () => {
  const run = "c".repeat(64);
  await queue.announce({ run, title: "plan", total: 1, started: new Date(0) }, {});
  const full = new Error("no space left");
  await expect(queue.takeResults(run, () => Promise.reject(full))).rejects.toBe(full);
  await queue.forget(run);
});

test("refuses an address without a target", async () => {
  await expect(workQueues.connect("postgres://127.0.0.1:1/none")).rejects.toThrow();
});
