import type { PlatformPath } from "node:path";
import type { Disk } from "../../model/world.ts";

/**
 * Creates a folder completely or not at all. `fill` gets an empty folder beside `folder` (on the same disk, so that
 * renaming is atomic) and returns which folder in it is the finished one. If another process was faster, its folder
 * stays; `proof` is a file that only a finished folder has. Leaves nothing behind when `fill` rejects.
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
      // Whatever exists there is incomplete, and nobody is working on it: each process works in a folder of its own.
      await disk.remove(folder);
      await disk.rename(finished, folder);
    });
  } finally {
    await disk.remove(staging);
  }
}
