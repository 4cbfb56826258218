import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { watcher } from "../../src/world/watcher.ts";
import { temporaryFolder } from "../support/temporary.ts";

/** What is told of a folder with one file, in the order in which it is told. */
async function watched() {
  const folder = await temporaryFolder({ "a.md": "one" });
  const told: (readonly string[])[] = [];
  const watching = await watcher.watch([folder], (paths) => void told.push(paths));
  onTestFinished(() => watching.close());
  return { path: join(folder, "a.md"), told, watching };
}

test("two changes in one moment are told together", async () => {
  const { path, told } = await watched();
  await writeFile(path, "two");
  await appendFile(path, "three");
  await expect.poll(() => told).toContainEqual([path]);
});

test("a change just after one that was told is told too", async () => {
  const { path, told } = await watched();
  for (let round = 1; round <= 5; round += 1) {
    const before = told.length;
    await writeFile(path, `first of ${round}`);
    await expect.poll(() => told.length, { interval: 1 }).toBeGreaterThan(before);
    const between = told.length;
    await writeFile(path, `second of ${round}`);
    await expect.poll(() => told.length, { interval: 5, timeout: 3_000 }).toBeGreaterThan(between);
  }
});

test("nothing is told after the end, though a change was seen", async () => {
  const { path, told, watching } = await watched();
  await writeFile(path, "two");
  await expect.poll(() => told.length, { interval: 1 }).toBe(1);
  await writeFile(path, "three");
  watching.close();
  await wait(200);
  expect(told).toEqual([[path]]);
});
