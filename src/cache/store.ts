import { createHash } from "node:crypto";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Host, World } from "../model/world.ts";

/** Bytes that all entries may have together. */
const mostBytes = 256 * 2 ** 20;

/** Milliseconds after which what a build has left half written is nobody's any more. */
const oldestUnfinished = 60 * 60 * 1000;

/** Bytes of the digest that stands before what it is the digest of. */
const digestSize = 32;

/**
 * Values on the disk, each in a file that its key names. Nothing here ever fails: what cannot be kept, or is damaged, is
 * made again. Who asks with a key gets what was kept with it.
 */
export interface Store {
  find(key: string): Promise<{ readonly value: unknown } | undefined>;
  keep(key: string, value: unknown): Promise<void>;
  /** Drop what was not used for the longest time, until the rest has room. */
  tidy(): Promise<void>;
}

/** `made`: artifacts and their parts; `records`: what earlier work read and came to. */
export type StoreName = "made" | "records";

/** In the cache folder of the user, beside the browsers, and the same for all working folders. */
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
        // A folder for this entry alone, so that two builds at once do not write to the same file.
        const beside = await disk.makeTemporaryFolder(folder);
        try {
          await disk.write(join(beside, key), pack(value));
          await disk.rename(join(beside, key), join(folder, key));
          grown = true;
        } finally {
          await disk.remove(beside);
        }
      } catch {
        // The folder of caches belongs to the user's system, which may not let us write there.
      }
    },
    async tidy() {
      if (!grown) return;
      grown = false;
      const { entries, unfinished } = await look(disk, folder);
      const now = clock.now().getTime();
      const left = unfinished.filter(({ modified }) => now - modified.getTime() > oldestUnfinished);
      await Promise.all(
        [...left, ...beyond(entries, limit)].map(({ path }) => disk.remove(path).catch(() => undefined)),
      );
    },
  };
}

/** How much is kept. */
export async function measureStore({ disk, host }: Pick<World, "disk" | "host">) {
  const folder = storeFolder(host);
  const { entries } = await look(disk, folder);
  return { folder, limit: mostBytes, entries: entries.length, size: sum(entries) };
}

interface Entry {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last used. */
  readonly modified: Date;
}

/** What may go while others work here is no longer there. */
async function look(disk: World["disk"], folder: string) {
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

/** The entries that have no room, beginning with the one that was not used for the longest time. */
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

/** Throws where the bytes are not those that were packed. */
function unpack(packed: Uint8Array): unknown {
  const bytes = packed.subarray(digestSize);
  if (!sha256(bytes).equals(packed.subarray(0, digestSize))) throw new Error("The entry is damaged.");
  return deserialize(bytes);
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
