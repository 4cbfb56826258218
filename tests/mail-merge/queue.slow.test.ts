import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { root } from "../setup/run-script.ts";
import { snapshot } from "../support/command-line.ts";
import { workQueues } from "../../src/world/work-queues.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { startS3 } from "../support/s3-server.ts";
import { temporaryFolder } from "../support/temporary.ts";

const rows = Number(process.env["QUEUE_ROWS"] ?? 40);
const article = `---
language: en
date: 2026-11-01
roster:
  name: {}
---

# Plan of {{name}}

Hello, {{name}}.

:field[Your answer]
`;

let database: Database;
beforeAll(async () => {
  database = await startPostgres();
});
afterAll(() => database.stop());

function start(folder: string, ...options: readonly string[]) {
  return startWith({}, folder, ...options);
}

function startWith(variables: NodeJS.ProcessEnv, folder: string, ...options: readonly string[]) {
  const child = spawn(process.execPath, [join(root, "src/main.ts"), ...options], {
    cwd: folder,
    env: { ...process.env, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
    // Processes of its own group end with it.
    detached: true,
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (piece) => (out += String(piece)));
  child.stderr.on("data", (piece) => (err += String(piece)));
  onTestFinished(() => kill(child));
  return { child, ended: once(child, "exit"), out: () => out, err: () => err };
}

function kill({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, "SIGKILL");
}

test("two workers, one killed, and a restarted database build the same files as one machine", async () => {
  const names = Array.from({ length: rows }, (_, index) => `Person ${index + 1}`);
  const folder = await temporaryFolder({ "plan.md": article, "roster.csv": `name\n${names.join("\n")}\n` });
  const times: string[] = [];
  const timed = async (what: string, work: () => Promise<void>): Promise<void> => {
    const began = performance.now();
    await work();
    times.push(`${what} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  };
  const merge = async (out: string, ...options: readonly string[]): Promise<void> => {
    const run = start(folder, "merge", "roster.csv", "plan.md", "--out", out, ...options);
    const [code] = (await run.ended) as [number];
    expect(code, run.err()).toBe(0);
  };
  const queue = ["--queue", database.url];
  await timed("alone", () => merge("alone"));

  const first = start(folder, "work", database.url, "--jobs", "3");
  await timed("one worker", () => merge("one", ...queue));
  const second = start(folder, "work", database.url, "--jobs", "3");
  await timed("two workers", () => merge("two", ...queue));

  const third = start(folder, "work", database.url, "--jobs", "3");
  await timed("three, of which one is killed, and a restart of the database", async () => {
    const done = merge("killed", ...queue);
    const made = async (): Promise<number> => (await readdir(join(folder, "killed")).catch(() => [])).length;
    await expect.poll(made).toBeGreaterThan(rows / 8);
    kill(third.child);
    await expect.poll(made).toBeGreaterThan(rows / 2);
    await database.restart();
    await done;
  });
  for (const worker of [first, second]) {
    worker.child.kill("SIGTERM");
    expect(await worker.ended, worker.err()).toEqual([0, null]);
    expect(worker.err()).not.toContain("Person");
  }
  console.log(`${rows} rows: ${times.join(", ")}`);
  const alone = await snapshot(join(folder, "alone"));
  expect(Object.keys(alone)).toHaveLength(rows + 1);
  for (const out of ["one", "two", "killed"]) {
    const other = await snapshot(join(folder, out));
    expect(Object.keys(other)).toEqual(Object.keys(alone));
    expect(Object.keys(alone).filter((path) => other[path] !== alone[path])).toEqual([]);
  }
});

test("two workers, of which one is killed, put the same files into a bucket, one for each person or one for all", async () => {
  const people = 12;
  const names = Array.from({ length: people }, (_, index) => `Person ${index + 1}`);
  const folder = await temporaryFolder({ "plan.md": article, "roster.csv": `name\n${names.join("\n")}\n` });
  const server = await startS3();
  const store = ["--store", "s3://bucket/runs/spring"];
  const run = (out: string, ...options: readonly string[]) =>
    startWith(server.variables, folder, "merge", "roster.csv", "plan.md", "--out", out, ...options);
  const alone = async (out: string, ...options: readonly string[]): Promise<Record<string, string>> => {
    const { ended, err } = run(out, ...options);
    expect(await ended, err()).toEqual([0, null]);
    return snapshot(join(folder, out));
  };
  const inBucket = (out: string): Record<string, string> => {
    const prefix = `runs/spring/${out}/`;
    const keys = [...server.objects.keys()].filter((key) => key.startsWith(prefix)).toSorted();
    return Object.fromEntries(
      keys.map((key) => [key.slice(prefix.length), server.objects.get(key)?.toString("latin1") ?? ""]),
    );
  };
  const expected = { each: await alone("each"), all: await alone("all", "--one-file") };
  expect([Object.keys(expected.each).length, Object.keys(expected.all)]).toEqual([
    people + 1,
    ["manifest.json", "plan.all.pdf"],
  ]);
  const worker = () => startWith(server.variables, folder, "work", database.url, "--jobs", "2", ...store);
  const [first, second] = [worker(), worker()];
  const queue = ["--queue", database.url, ...store];
  const each = run("stored", ...queue);
  await expect.poll(() => Object.keys(inBucket("stored")).length).toBeGreaterThan(people / 4);
  kill(second.child);
  expect(await each.ended, each.err()).toEqual([0, null]);
  expect(Object.keys(inBucket("stored"))).toEqual(Object.keys(expected.each));
  expect(inBucket("stored")).toEqual(expected.each);

  const all = run("joined", ...queue, "--one-file");
  expect(await all.ended, all.err()).toEqual([0, null]);
  expect(Object.keys(inBucket("joined"))).toEqual(Object.keys(expected.all));
  expect(inBucket("joined")).toEqual(expected.all);
  first.child.kill("SIGTERM");
  expect(await first.ended, first.err()).toEqual([0, null]);
  // On this machine nothing is left but what the run alone has made.
  for (const out of ["stored", "joined"]) expect(await readdir(join(folder, out))).toEqual([]);
  await server.stop();
});

test("a run whose jobs or tables are deleted while it waits ends with a finding, and can be started again", async () => {
  const folder = await temporaryFolder({ "plan.md": article, "roster.csv": "name\nAda\nBen\n" });
  const emptied = await startPostgres();
  onTestFinished(() => emptied.stop());
  const begin = () => start(folder, "merge", "roster.csv", "plan.md", "--out", "out", "--queue", emptied.url);
  const queue = await workQueues.connect(emptied.url);
  const waiting = async (): Promise<string | undefined> => {
    const { runs } = await queue.state();
    return runs.find((run) => run.waiting === 2)?.run;
  };
  const first = begin();
  await expect.poll(waiting).toBeDefined();
  await queue.forget((await waiting()) ?? "");
  expect(await first.ended, first.err()).toEqual([3, null]);
  expect(first.err()).toContain("The queue failed during the run: ");

  const second = begin();
  await expect.poll(waiting).toBeDefined();
  await emptied.empty();
  expect(await second.ended, second.err()).toEqual([3, null]);
  expect(second.err()).toContain("The queue failed during the run: ");
  expect(first.err() + second.err()).not.toMatch(/^ +at /m);

  const work = () => start(folder, "work", emptied.url, "--jobs", "2");
  const idle = work();
  // It has made the tables anew.
  await expect.poll(idle.out).toContain("Worker: ");
  await emptied.empty();
  await expect.poll(idle.err).toMatch(/^The queue cannot be read, and is tried again: .*does not exist$/m);
  kill(idle.child);

  const worker = work();
  const third = begin();
  expect(await third.ended, third.err()).toEqual([0, null]);
  worker.child.kill("SIGTERM");
  await worker.ended;
  await queue.close();
});
