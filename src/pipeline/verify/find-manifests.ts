import { basename, dirname, join } from "node:path";
import { type Manifest, manifestFile } from "../../config/manifest-file.ts";
import { parseOwnJson } from "../../config/parse-own-json.ts";
import { type ListedRelease, releasesIn } from "../../config/releases-file.ts";
import type { World } from "../../model/world.ts";
import { readIfThere } from "../read-if-there.ts";

/** A manifest and the output folder that its paths are relative to. */
export interface FoundManifest {
  readonly manifest: Manifest;
  /** Absolute path. */
  readonly folder: string;
  /** The releases of the publication, if the list of them is beside the manifest. */
  readonly releases: readonly ListedRelease[];
}

/** Finds the manifest of a folder, those of a release or of the publications in it; for a manifest file, itself. */
export async function findManifests(world: World, path: string): Promise<FoundManifest[]> {
  const there = await world.disk.stat(path).catch(() => undefined);
  if (there?.kind === "file") return readOne(world, path);
  if (there?.kind !== "folder") return [];
  const own = await readOne(world, join(path, "manifest.json"));
  if (own.length > 0) return own;
  const entries = await world.disk.list(path);
  // A release has all files in one folder.
  const flat = entries.filter(({ kind, name }) => kind === "file" && name.endsWith(".manifest.json"));
  const released = await Promise.all(flat.map(({ name }) => readOne(world, join(path, name))));
  const folders = entries.filter(({ kind }) => kind === "folder").map(({ name }) => name);
  const found = await Promise.all(folders.toSorted().map((name) => readOne(world, join(path, name, "manifest.json"))));
  return [...released, ...found].flat();
}

async function readOne(world: World, path: string): Promise<FoundManifest[]> {
  const manifest = parseOwnJson(manifestFile, await readIfThere(world, path));
  if (!manifest) return [];
  // A release also contains copies of the manifests.
  const isInPlace = basename(dirname(path)) === manifest.slug;
  const releases = releasesIn(await readIfThere(world, join(dirname(path), "releases.json")));
  return [{ manifest, folder: isInPlace ? dirname(dirname(path)) : dirname(path), releases }];
}
