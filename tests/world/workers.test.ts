import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { WorkerStopped } from "../../src/model/worker.ts";
import { readHost } from "../../src/world/host.ts";
import { askWorker, createWorkers, isAlive } from "../../src/world/workers.ts";
import { temporaryFolder } from "../support/temporary.ts";

// A process can end at any moment. Whoever waits for it must hear of that, also where the exit was reported before.

/** A program that answers "hold" never, "end" by ending, "close" by closing its channel, and all else with the task. */
const program = `
  process.on("message", (task) => {
    if (task === "end") process.exit(0);
    if (task === "close") return process.disconnect();
    if (task !== "hold") process.send({ value: task });
  });
  setInterval(() => {}, 1000);
  process.send("ready");
`;

async function started(source = program): Promise<ChildProcess> {
  const folder = await temporaryFolder({ "program.cjs": source });
  const child = fork(join(folder, "program.cjs"), [], { serialization: "advanced", stdio: "ignore" } as object);
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child, "message");
  return child;
}

const ended = { error: new WorkerStopped("memory") };
const late = { error: new WorkerStopped("time") };
const time = 60_000;

describe("a task gets an answer from a process", () => {
  test("that answers, as often as it is asked", async () => {
    const child = await started();
    for (const task of ["one", "two"]) expect(await askWorker(child, task, { time })).toEqual({ value: task });
    expect(child.listenerCount("exit") + child.listenerCount("message")).toBe(0);
  });

  test("that ended before, and whose exit was reported to nobody", async () => {
    const child = await started();
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    await exit;
    expect(isAlive(child)).toBe(false);
    expect(await askWorker(child, "one", { time })).toEqual(ended);
  });

  test("that was killed a moment before, whose exit is not reported yet", async () => {
    const child = await started();
    process.kill(child.pid ?? 0, "SIGKILL");
    expect(isAlive(child)).toBe(true);
    expect(await askWorker(child, "one", { time })).toEqual(ended);
  });

  test.each(["end", "close"])("that does %s instead of an answer", async (task) => {
    const child = await started();
    expect(await askWorker(child, task, { time })).toEqual(ended);
    expect(isAlive(child)).toBe(false);
  });

  test("that holds the task, until its time is over", async () => {
    const child = await started();
    const exit = once(child, "exit");
    expect(await askWorker(child, "hold", { time: 50 })).toEqual(late);
    expect(isAlive(child)).toBe(false);
    await exit;
  });

  test("that is frozen, until its time is over", async () => {
    const child = await started();
    const exit = once(child, "exit");
    process.kill(child.pid ?? 0, "SIGSTOP");
    expect(await askWorker(child, "one", { time: 50 })).toEqual(late);
    await exit;
  });
});

/** The processes that this one has started with this program. */
async function running(name: string): Promise<number[]> {
  const ids = (await readdir("/proc")).filter((entry) => /^\d+$/.test(entry));
  const read = (id: string, file: string): Promise<string> => readFile(`/proc/${id}/${file}`, "latin1").catch(() => "");
  const mine = await Promise.all(
    ids.map(async (id) => {
      const parent = (await read(id, "stat")).split(")").at(-1)?.split(" ")[2];
      return parent === String(process.pid) && (await read(id, "cmdline")).includes(name);
    }),
  );
  return ids.filter((_, index) => mine[index]).map(Number);
}

test.runIf(process.platform === "linux")("the next task after a kept process died is done by another", async () => {
  const before = await running("chart-worker");
  const workers = createWorkers(readHost());
  const task = { diagram: { language: "none" }, look: { fonts: new Map(), family: "x" } };
  const run = () => workers.run("chart-worker", task, { time }).catch((error: unknown) => error);
  const first = await run();
  expect(first).not.toBeInstanceOf(WorkerStopped);
  for (const wait of [true, false]) {
    const [id] = (await running("chart-worker")).filter((one) => !before.includes(one));
    // Zero would be this process and all that belong to it.
    if (id === undefined) throw new Error("No process was kept.");
    process.kill(id, "SIGKILL");
    if (wait) await expect.poll(() => running("chart-worker")).not.toContain(id);
    // At the same time, so that the second waits in line behind the first.
    expect(await Promise.all([run(), run()])).toEqual([first, first]);
  }
  for (const id of await running("chart-worker")) if (!before.includes(id)) process.kill(id, "SIGKILL");
});
