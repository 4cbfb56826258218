import { dirname, join } from "node:path";
import type { World } from "../model/world.ts";

/**
 * Returns the folder that contains everything a publication may show: the repository of `folder`, or else `folder`.
 * Absolute, links resolved.
 */
export async function findProjectRoot(world: World, folder: string): Promise<string> {
  for (let here = folder; ; here = dirname(here)) {
    // In a worktree or a submodule, `.git` is a file.
    const state = await world.disk.stat(join(here, ".git")).catch(() => undefined);
    if (state) return here;
    if (dirname(here) === here) return folder;
  }
}
