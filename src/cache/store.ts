import { createHash } from "node:crypto";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Host, World } from "../model/world.ts";

/** Bytes of all entries together. */
const mostBytes = 256 * 2 ** 20;

/** Milliseconds after which unfinished files of a build count as abandoned. */
const oldestUnfinished = 60 * 60 * 1000;

/** Bytes of the digest that precedes the data. */
const digestSize = 32;

/**
 * Stores values on disk, one file per key. Nothing here ever fails: what cannot be stored, or is damaged, is built
 * again.
 */
export interface Store {
  find(key: string): Promise<{ readonly value: unknown } | undefined>;
  keep(key: string, value: unknown): Promise<void>;
  /** Removes the least recently used entries until the rest fits. */
  tidy(): Promise<void>;
}

/** `made`: artifacts and their parts; `records`: what earlier tasks read and produced. */
export type StoreName = "made" | "records";

/** Returns the store's path in the user's cache folder, which all working folders share. */
export function storeFolder({ cacheFolder }: Host, name: StoreName = "made"): string {
  return join(cacheFolder, name);
}

export function openStore(
  { disk, host, clock }: Pick<World, "disk" | "host" | "clock">,
  limit = mostBytes,
  name: StoreName = "made",
): Store {
  const folder = storeFolder(host, name);
  let grown = false;
  return {
    async find(key) {
      const path = join(folder, key);
      try {
        const value = unpack(await disk.read(path));
        await disk.touch(path, clock.now()).catch(() => undefined);
        return { value };
      } catch {
        return undefined;
      }
    },
    async keep(key, value) {
      try {
        await disk.makeFolder(folder);
        // A folder of its own, so that two builds never write to the same file.
        const beside = await disk.makeTemporaryFolder(folder);
        try {
          await disk.write(join(beside, key), pack(value));
          await disk.rename(join(beside, key), join(folder, key));
          grown = true;
        } finally {
          await disk.remove(beside);
        }
      } catch {
        // The cache folder may not be writable.
      }
    },
    async tidy() {
      if (!grown) return;
      grown = false;
      const { entries, unfinished } = await listEntries(disk, folder);
      const now = clock.now().getTime();
      const left = unfinished.filter(({ modified }) => now - modified.getTime() > oldestUnfinished);
      await Promise.all(
        [...left, ...beyond(entries, limit)].map(({ path }) => disk.remove(path).catch(() => undefined)),
      );
    },
  };
}

/** Measures the store. */
export async function measureStore({ disk, host }: Pick<World, "disk" | "host">) {
  const folder = storeFolder(host);
  const { entries } = await listEntries(disk, folder);
  return { folder, limit: mostBytes, entries: entries.length, size: sum(entries) };
}

interface Entry {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** The time of the last use. */
  readonly modified: Date;
}

/** Lists the store's files and unfinished folders; other processes may remove some meanwhile. */
async function listEntries(disk: World["disk"], folder: string) {
  const found = await disk.list(folder).catch(() => []);
  const states = await Promise.all(
    found.map(async ({ name }) => {
      const path = join(folder, name);
      const state = await disk.stat(path).catch(() => undefined);
      return state && { path, ...state };
    }),
  );
  const there = states.filter((state) => state !== undefined);
  return {
    entries: there.filter(({ kind }) => kind === "file"),
    unfinished: there.filter(({ kind }) => kind === "folder"),
  };
}

/** Returns the entries beyond the limit, which were not used for the longest time. */
function beyond(entries: readonly Entry[], limit: number): Entry[] {
  const newestFirst = entries.toSorted((a, b) => b.modified.getTime() - a.modified.getTime());
  let taken = 0;
  return newestFirst.filter(({ size }) => (taken += size) > limit);
}

function sum(entries: readonly Entry[]): number {
  return entries.reduce((total, { size }) => total + size, 0);
}

function pack(value: unknown): Uint8Array {
  const bytes = serialize(value);
  return Buffer.concat([sha256(bytes), bytes]);
}

/** Throws if the bytes do not match their digest. */
function unpack(packed: Uint8Array): unknown {
  const bytes = packed.subarray(digestSize);
  if (!sha256(bytes).equals(packed.subarray(0, digestSize))) throw new Error("The entry is damaged.");
  return deserialize(bytes);
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
