import { dirname, join } from "node:path";
import type { World } from "../../model/world.ts";
import { sumsName } from "../../site/sums.ts";
import { readIfThere } from "../read-if-there.ts";

/** Digests by the names of files, and the folder of the list. */
export interface Sums {
  readonly digests: ReadonlyMap<string, string>;
  /** Absolute. */
  readonly folder: string;
}

/** The sums in a folder, or in a file that has their name; nothing where there are none. */
export async function readSums(world: World, path: string): Promise<Sums | undefined> {
  const there = await world.disk.stat(path).catch(() => undefined);
  const file = there?.kind === "folder" ? join(path, sumsName) : path;
  if (!file.endsWith(sumsName)) return undefined;
  const text = await readIfThere(world, file);
  if (text === undefined) return undefined;
  const lines = [...text.matchAll(/^([0-9a-f]{64}) [ *](.+?)\r?$/gm)];
  // A name of a file beside the list: what leads elsewhere is no name.
  const named = lines.filter(([, , name = ""]) => !/[/\\\0]/.test(name) && !["", ".", ".."].includes(name));
  return { digests: new Map(named.map(([, digest = "", name = ""]) => [name, digest])), folder: dirname(file) };
}
