import { dirname, join } from "node:path";
import type { World } from "../../model/world.ts";
import { sumsName } from "../../site/sums.ts";
import { readIfThere } from "../read-if-there.ts";

/** Digests by file name, and the folder of the list. */
export interface Sums {
  readonly digests: ReadonlyMap<string, string>;
  /** Absolute path. */
  readonly folder: string;
}

/** Reads the digests from a folder, or from a file of that name. Returns `undefined` where there are none. */
export async function readSums(world: World, path: string): Promise<Sums | undefined> {
  const there = await world.disk.stat(path).catch(() => undefined);
  const file = there?.kind === "folder" ? join(path, sumsName) : path;
  if (!file.endsWith(sumsName)) return undefined;
  const text = await readIfThere(world, file);
  if (text === undefined) return undefined;
  const lines = [...text.matchAll(/^([0-9a-f]{64}) [ *](.+?)\r?$/gm)];
  // Only names of files next to the list; paths are ignored.
  const named = lines.filter(([, , name = ""]) => !/[/\\\0]/.test(name) && !["", ".", ".."].includes(name));
  return { digests: new Map(named.map(([, digest = "", name = ""]) => [name, digest])), folder: dirname(file) };
}
