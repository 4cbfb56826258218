import { EventEmitter } from "node:events";
import { writeFileSync } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type FSWatcher, watch } from "chokidar";
import { expect, onTestFinished, test, vi } from "vitest";
import { createWatcher } from "../../src/world/watcher.ts";
import { replaceFile, temporaryFolder } from "../support/temporary.ts";

/** What is reported of a folder with two files, by chokidar or by events of a test. */
async function watched(open = watch) {
  const folder = await temporaryFolder({ "a.md": "one", "b.md": "one" });
  const changes: (readonly string[])[] = [];
  const watching = await createWatcher(open).watch([folder], (paths) => void changes.push(paths));
  onTestFinished(() => watching.close());
  return { folder, path: join(folder, "a.md"), other: join(folder, "b.md"), changes, watching };
}

/** Events that a test emits in place of chokidar's. */
function events() {
  const emitter = Object.assign(new EventEmitter(), { close: () => Promise.resolve() });
  const open = () => {
    setTimeout(() => emitter.emit("ready"), 0);
    return emitter as unknown as FSWatcher;
  };
  return { emitter, open: open as typeof watch };
}

test("a change just after one that was reported is reported too", async () => {
  const { path, changes } = await watched();
  for (let round = 1; round <= 5; round += 1) {
    const before = changes.length;
    await writeFile(path, `first of ${round}`);
    await expect.poll(() => changes.length, { interval: 1 }).toBeGreaterThan(before);
    const between = changes.length;
    await writeFile(path, `second of ${round}`);
    await expect.poll(() => changes.length, { interval: 5 }).toBeGreaterThan(between);
  }
});

test("changes in one moment are reported together, and each state once", async () => {
  const { emitter, open } = events();
  const { folder, path, other, changes } = await watched(open);
  for (const file of [other, path, path]) emitter.emit("all", "change", file);
  await expect.poll(() => changes, { interval: 1 }).toEqual([[path, other]]);
  // Chokidar reports again what was seen already.
  emitter.emit("all", "change", path);
  await replaceFile(folder, "b.md", "two");
  emitter.emit("all", "change", other);
  await expect.poll(() => changes, { interval: 1 }).toEqual([[path, other], [other]]);
});

test("a folder that can no longer be watched counts as changed, each time", async () => {
  const { emitter, open } = events();
  const { folder, changes } = await watched(open);
  for (const round of [1, 2]) {
    emitter.emit("error", new Error("EMFILE"));
    await expect.poll(() => changes, { interval: 1 }).toEqual(Array.from({ length: round }, () => [folder]));
  }
});

test("nothing is reported after the end, though a change was seen", async () => {
  const { emitter, open } = events();
  const { path, other, changes, watching } = await watched(open);
  emitter.emit("all", "change", path);
  await expect.poll(() => changes, { interval: 1 }).toEqual([[path]]);
  // In one moment, so that no timer comes between.
  writeFileSync(path, "two");
  emitter.emit("all", "change", other);
  watching.close();
  emitter.emit("all", "change", path);
  await wait(200);
  expect(changes).toEqual([[path]]);
});

test("an error before the watcher is ready ends nothing, and the folder counts as changed", async () => {
  const { emitter, open } = events();
  const erring = ((...call: Parameters<typeof watch>) => {
    setTimeout(() => emitter.emit("error", new Error("ENOSPC")), 0);
    return open(...call);
  }) as typeof watch;
  const { folder, changes } = await watched(erring);
  await expect.poll(() => changes, { interval: 1 }).toEqual([[folder]]);
});

test("a file that an editor has emptied is waited for until it is written", async () => {
  const { emitter, open } = events();
  const { folder, path, changes } = await watched(open);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onTestFinished(() => void vi.useRealTimers());
  writeFileSync(path, "");
  emitter.emit("all", "change", path);
  await passes(10, folder);
  expect(changes).toEqual([]);
  writeFileSync(path, "two");
  await passes(20, folder);
  expect(changes).toEqual([[path]]);
});

test("a file that stays empty is reported", async () => {
  const { emitter, open } = events();
  const { folder, path, changes } = await watched(open);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onTestFinished(() => void vi.useRealTimers());
  writeFileSync(path, "");
  emitter.emit("all", "change", path);
  await passes(30, folder);
  expect(changes).toEqual([[path]]);
});

/** Lets fake milliseconds pass, and the disk answer in each. */
async function passes(milliseconds: number, folder: string): Promise<void> {
  for (let time = 0; time < milliseconds; time += 1) {
    vi.advanceTimersByTime(1);
    for (let turn = 0; turn < 5; turn += 1) await stat(folder);
  }
}
