import { dirname, join } from "node:path";
import { z } from "zod";
import type { World } from "../model/world.ts";

/** Days for which a working link is not checked again. */
const goodFor = 7;

const memoryFile = z.strictObject({
  format: z.literal(1),
  /** Time of the last successful check, by address (ISO 8601). */
  good: z.record(z.string(), z.iso.datetime()),
});

/** Working addresses with the time of their check. */
export type Memory = ReadonlyMap<string, string>;

/** Reads the recent results of earlier checks. Ignores a damaged or foreign file. */
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

/** Stores results for the next check. If that fails, the next check only repeats the requests. */
export async function remember(world: World, memory: Memory): Promise<void> {
  const path = pathIn(world);
  const sorted = [...memory].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify({ format: 1, good: Object.fromEntries(sorted) }, null, 1);
  try {
    await world.disk.makeFolder(dirname(path));
    await world.disk.write(`${path}.new`, new TextEncoder().encode(text));
    await world.disk.rename(`${path}.new`, path);
  } catch {
    // The system may deny write access to its cache folder.
  }
}

function pathIn({ host }: World): string {
  return join(host.cacheFolder, "links.json");
}
