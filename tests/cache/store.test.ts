import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { measureStore, openStore, type Store, storeFolder } from "../../src/cache/store.ts";
import type { World } from "../../src/model/world.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const key = "a".repeat(64);
const value = {
  ok: true,
  value: { bytes: new Uint8Array([1, 2, 255]), pages: undefined, map: new Map([["one", 1]]), at: new Date(5) },
  diagnostics: [{ rule: "linkTarget", place: { line: 1, column: 2 } }],
};

let world: World;
let store: Store;
let folder: string;

beforeEach(async () => {
  const cacheFolder = join(await temporaryFolder(), "not", "there", "yet");
  const { host } = worldIn("/");
  world = worldIn("/", { host: { ...host, cacheFolder } });
  folder = storeFolder(world.host);
  store = openStore(world);
});

test("finds stored entries, to the last byte", async () => {
  expect(await store.find(key)).toBeUndefined();
  await store.keep(key, value);
  expect(await store.find(key)).toEqual({ value });
  expect(await openStore(world).find(key)).toEqual({ value });
  expect(await readdir(folder)).toEqual([key]);
});

test("undefined can be stored, and differs from a missing entry", async () => {
  await store.keep(key, undefined);
  expect(await store.find(key)).toEqual({ value: undefined });
});

describe("an entry counts as missing that", () => {
  const damages: readonly (readonly [name: string, damage: (bytes: Buffer) => Uint8Array])[] = [
    ["is empty", () => new Uint8Array()],
    ["was cut off", (bytes) => bytes.subarray(0, -1)],
    ["was cut off in its digest", (bytes) => bytes.subarray(0, 20)],
    ["has one bit changed", (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])])],
    ["has a byte too many", (bytes) => Buffer.concat([bytes, Buffer.from([0])])],
    ["is of another kind", () => Buffer.from("{}")],
  ];
  test.each(damages)("%s", async (_, damage) => {
    await store.keep(key, value);
    const path = join(folder, key);
    await writeFile(path, damage(await readFile(path)));
    expect(await store.find(key)).toBeUndefined();
    await store.keep(key, value);
    expect(await store.find(key)).toEqual({ value });
  });
});

test("two builds that keep the same at once leave it whole, and nothing beside it", async () => {
  const stores = Array.from({ length: 8 }, () => openStore(world));
  await Promise.all(stores.map((each) => each.keep(key, value)));
  expect(await store.find(key)).toEqual({ value });
  expect(await readdir(folder)).toEqual([key]);
});

test("a disk that takes nothing is no error", async () => {
  const file = join(await temporaryFolder({ file: "in the way" }), "file");
  const blocked = openStore({ ...world, host: { ...world.host, cacheFolder: file } });
  await blocked.keep(key, value);
  expect(await blocked.find(key)).toBeUndefined();
  await expect(blocked.tidy()).resolves.toBeUndefined();
  expect(await measureStore({ ...world, host: { ...world.host, cacheFolder: file } })).toMatchObject({ entries: 0 });
});

describe("tidying", () => {
  const names = ["0", "1", "2", "3"].map((name) => name.repeat(64));
  const now = new Date("2026-11-24T12:00:00Z");

  /** Entries of a little more than 1000 bytes, used one day after the other, the last one yesterday. */
  async function filled(limit: number): Promise<Store> {
    const small = openStore({ ...world, clock: { now: () => now } }, limit);
    for (const [index, name] of names.entries()) {
      await small.keep(name, new Uint8Array(1000));
      const used = new Date(now.getTime() - (names.length - index) * 86_400_000);
      await utimes(join(folder, name), used, used);
    }
    return small;
  }

  test("drops the least recently used entries", async () => {
    const small = await filled(2500);
    await small.tidy();
    expect(await readdir(folder)).toEqual(names.slice(2));
    expect(await measureStore(world)).toMatchObject({ folder, entries: 2 });
    expect((await measureStore(world)).size).toBeLessThan(2500);
  });

  test("counts finding as use", async () => {
    const small = await filled(2500);
    await small.find(names[0] ?? "");
    await small.tidy();
    expect(await readdir(folder)).toEqual([names[0], names[3]]);
  });

  test("drops nothing while there is room", async () => {
    await (await filled(10_000)).tidy();
    expect(await readdir(folder)).toEqual(names);
  });

  test("removes the leftovers of a stopped build, but not files being written", async () => {
    const small = await filled(10_000);
    const [old, young] = [await world.disk.makeTemporaryFolder(folder), await world.disk.makeTemporaryFolder(folder)];
    await utimes(old, new Date(0), new Date(0));
    await utimes(young, now, now);
    await small.tidy();
    const kept = [...names.map((name) => join(folder, name)), young].toSorted();
    expect((await readdir(folder)).map((name) => join(folder, name)).toSorted()).toEqual(kept);
  });
});
