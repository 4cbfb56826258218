import { dirname, join } from "node:path";
import type { World } from "../model/world.ts";

/** Milliseconds after which a temporary folder belongs to no job: a deadline is an hour at most. */
const age = 2 * 3_600_000;

/** What `Disk.makeTemporaryFolder` calls a folder. */
const name = /^offprint-[A-Za-z0-9]{6}$/;

/**
 * Returns a function that removes the temporary folders of programs that were killed, with the documents in them, from the
 * system's temporary folder; within two hours it does nothing more. What cannot be removed, such as another user's, stays.
 */
export function createTidying({ disk, clock }: Pick<World, "disk" | "clock">): () => Promise<void> {
  let last = -Infinity;
  return async () => {
    const now = clock.now().getTime();
    if (now - last < age) return;
    last = now;
    const own = await disk.makeTemporaryFolder();
    const parent = dirname(own);
    await disk.remove(own);
    for (const entry of await disk.list(parent)) {
      const path = join(parent, entry.name);
      if (entry.kind !== "folder" || !name.test(entry.name)) continue;
      const state = await disk.stat(path).catch(() => undefined);
      if (state && now - state.modified.getTime() > age) await disk.remove(path).catch(() => undefined);
    }
  };
}
