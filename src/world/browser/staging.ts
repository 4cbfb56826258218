import type { PlatformPath } from "node:path";
import type { Disk } from "../../model/world.ts";

/**
 * Make a folder whole or not at all. `fill` gets an empty folder beside `folder` (on the same disk, so that renaming
 * is one step) and says which folder in it is the finished one. Where another process was quicker, its folder stays:
 * `proof` is a file that only a finished one has. Nothing is left behind when `fill` rejects.
 */
export async function withStagingFolder(
  disk: Disk,
  path: PlatformPath,
  folder: string,
  proof: string,
  fill: (staging: string) => Promise<string>,
): Promise<void> {
  const parent = path.dirname(folder);
  await disk.makeFolder(parent);
  const staging = await disk.makeTemporaryFolder(parent);
  try {
    const finished = await fill(staging);
    await disk.rename(finished, folder).catch(async () => {
      if (await disk.stat(proof)) return;
      // What is in the way is not finished, nor is anyone at work on it: everyone works in a folder of their own.
      await disk.remove(folder);
      await disk.rename(finished, folder);
    });
  } finally {
    await disk.remove(staging);
  }
}
