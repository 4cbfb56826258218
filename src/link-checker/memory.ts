import { dirname, join } from "node:path";
import { z } from "zod";
import type { World } from "../model/world.ts";

/** Days for which a link that was good is taken to be good. */
const goodFor = 7;

const memoryFile = z.strictObject({
  format: z.literal(1),
  /** When an address was last found good, by address (ISO 8601). */
  good: z.record(z.string(), z.iso.datetime()),
});

/** Addresses that were found good, with the instant of it. */
export type Memory = ReadonlyMap<string, string>;

/** What is still fresh of earlier checks. A file that is damaged or of another kind counts as none. */
export async function recall(world: World): Promise<Memory> {
  try {
    const text = new TextDecoder().decode(await world.disk.read(pathIn(world)));
    const { good } = memoryFile.parse(JSON.parse(text));
    const oldest = world.clock.now().getTime() - goodFor * 24 * 60 * 60 * 1000;
    return new Map(Object.entries(good).filter(([, at]) => Date.parse(at) >= oldest));
  } catch {
    return new Map();
  }
}

/** Keep it for the next time. Without room to keep it, the next check asks again: nothing else is lost. */
export async function remember(world: World, memory: Memory): Promise<void> {
  const path = pathIn(world);
  const sorted = [...memory].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify({ format: 1, good: Object.fromEntries(sorted) }, null, 1);
  try {
    await world.disk.makeFolder(dirname(path));
    await world.disk.write(`${path}.new`, new TextEncoder().encode(text));
    await world.disk.rename(`${path}.new`, path);
  } catch {
    // The folder of caches belongs to the user's system, which may not let us write there.
  }
}

function pathIn({ host }: World): string {
  return join(host.cacheFolder, "links.json");
}
