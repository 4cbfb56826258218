import { dirname, join } from "node:path";
import { type Manifest, manifestFile } from "../config/manifest-file.ts";
import { parseOwnJson } from "../config/parse-own-json.ts";
import { type ListedRelease, releasesIn } from "../config/releases-file.ts";
import type { World } from "../model/world.ts";
import { readIfThere } from "./read-if-there.ts";

/** What was published before, for an empty output folder. */
export interface PreviousRelease {
  readonly manifest: Manifest | undefined;
  /** Newest first. */
  readonly releases: readonly ListedRelease[];
}

/**
 * Finds the previous release of a publication in an output folder, in a folder with the files of a release side by
 * side, or in a manifest file. Ignores manifests that are damaged or belong to another publication.
 */
export async function previousRelease(world: World, path: string, slug: string): Promise<PreviousRelease> {
  const isFolder = (await world.disk.stat(path).catch(() => undefined))?.kind === "folder";
  const places = isFolder
    ? [`${slug}/`, `${slug}.`].map((start) => [`${start}manifest.json`, `${start}releases.json`] as const)
    : [[path, "releases.json"] as const];
  const folder = isFolder ? path : dirname(path);
  for (const [own, list] of places) {
    const text = await readIfThere(world, isFolder ? join(folder, own) : own);
    const manifest = parseOwnJson(manifestFile, text);
    if (manifest?.slug !== slug) continue;
    return { manifest, releases: releasesIn(await readIfThere(world, join(folder, list))) };
  }
  return { manifest: undefined, releases: [] };
}
