import { dirname, join } from "node:path";
import type { World } from "../model/world.ts";

/**
 * The folder below which everything lies that a publication may show: the repository that `folder` is in, or else
 * `folder`. Absolute, links resolved.
 */
export async function findProjectRoot(world: World, folder: string): Promise<string> {
  for (let here = folder; ; here = dirname(here)) {
    // In a worktree or a submodule `.git` is a file.
    const state = await world.disk.stat(join(here, ".git")).catch(() => undefined);
    if (state) return here;
    if (dirname(here) === here) return folder;
  }
}
