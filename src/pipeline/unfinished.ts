import { join } from "node:path";
import type { Disk, DiskEntry, World } from "../model/world.ts";

/** Milliseconds after which a run that is still writing shows it on its temporary folder. */
export const touchInterval = 10 * 60 * 1000;

/** Age in milliseconds after which a temporary folder belongs to a killed run: longer than any publication takes. */
const maxUnfinishedAge = 60 * 60 * 1000;

/** Time of the last clean-up by folder: a print run writes to the same folder thousands of times. */
const tidied = new WeakMap<Disk, Map<string, number>>();

/** Removes what killed runs left in a folder. */
export async function removeStale({ disk, clock }: World, folder: string): Promise<void> {
  const times = tidied.get(disk) ?? new Map<string, number>();
  tidied.set(disk, times);
  const now = clock.now().getTime();
  if (now - (times.get(folder) ?? -Infinity) <= maxUnfinishedAge) return;
  times.set(folder, now);
  for (const path of await unfinishedIn(disk, folder)) {
    const state = await disk.stat(path).catch(() => undefined);
    const age = state ? now - state.modified.getTime() : 0;
    if (age > maxUnfinishedAge) await disk.remove(path).catch(() => undefined);
  }
}

async function unfinishedIn(disk: Disk, folder: string): Promise<string[]> {
  const entries = await disk.list(folder);
  return entries.filter(isUnfinished).map(({ name }) => join(folder, name));
}

/** Reports whether an entry of an output folder is the temporary folder of a run. */
export function isUnfinished({ kind, name }: DiskEntry): boolean {
  return kind === "folder" && /^\.offprint-[A-Za-z0-9]{6}$/.test(name);
}

/**
 * Removes what killed processes left of files that others have finished since. What holds another file may belong to a
 * running process.
 */
export async function removeUnfinished(disk: Disk, folder: string, finished: ReadonlySet<string>): Promise<void> {
  for (const path of await unfinishedIn(disk, folder)) {
    const held = await disk.list(path).catch(() => undefined);
    if (held?.every(({ name }) => finished.has(name))) await disk.remove(path).catch(() => undefined);
  }
}
