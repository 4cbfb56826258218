import { resolve } from "node:path";
import type { Disk, World } from "../../model/world.ts";

/** Returns the local path of an output folder and its disk. */
export type OutputFolders = (folder: string) => Promise<{ readonly disk: Disk; readonly folder: string }>;

/** Resolves folders below a folder of this machine, or in a bucket: `s3://bucket/folder`. */
export function outputFoldersIn(world: World, store: string): OutputFolders {
  const { workingFolder } = world.host;
  return async (folder) => {
    if (!store.startsWith("s3://")) return { disk: world.disk, folder: resolve(workingFolder, store, folder) };
    const here = resolve(workingFolder, folder);
    return { disk: await world.stores.open(`${store.replace(/\/+$/, "")}/${folder}`, here), folder: here };
  };
}
