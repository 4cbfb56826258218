import { dirname, join } from "node:path";
import { type Manifest, manifestFile } from "../config/manifest-file.ts";
import { parseOwnJson } from "../config/parse-own-json.ts";
import { type ListedRelease, releasesIn } from "../config/releases-file.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
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

/** Reports a path that cannot be read. A folder without the publication is no error: it may be new. */
export async function missingPrevious(world: World, path: string | undefined): Promise<Diagnostic[]> {
  if (path === undefined || (await world.disk.stat(path).catch(() => undefined))) return [];
  const hint = "Name the folder or the manifest.json of the release before this one.";
  return [diagnostic("sourceExists", `There is no release "${path}".`, hint)];
}
