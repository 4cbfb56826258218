import { dirname, join } from "node:path";
import type { World } from "../model/world.ts";

/** Files at the root of a repository or of another tool's project: a downloaded copy has no `.git`. */
const marks = [
  ".github",
  ".obsidian",
  "_config.yml",
  "_quarto.yml",
  "_quarto.yaml",
  "_bookdown.yml",
  "myst.yml",
  "mkdocs.yml",
  "mkdocs.yaml",
  "book.toml",
  "docusaurus.config.js",
  "docusaurus.config.ts",
  "hugo.toml",
];

/**
 * Returns the folder that contains everything a publication may show: the repository of `folder`, or else the project of
 * another tool, or else `folder`. Absolute, links resolved.
 */
export async function findProjectRoot(world: World, folder: string): Promise<string> {
  // In a worktree or a submodule, `.git` is a file.
  return (await findAbove(world, folder, [".git"])) ?? (await findAbove(world, folder, marks)) ?? folder;
}

async function findAbove(world: World, folder: string, names: readonly string[]): Promise<string | undefined> {
  for (let here = folder; ; here = dirname(here)) {
    const found = await Promise.all(names.map((name) => world.disk.stat(join(here, name)).catch(() => undefined)));
    if (found.some((state) => state !== undefined)) return here;
    if (dirname(here) === here) return undefined;
  }
}
