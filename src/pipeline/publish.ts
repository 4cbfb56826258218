import { join } from "node:path";
import type { Manifest } from "../config/manifest-file.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import type { Built } from "./built.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { libraryMark } from "../site/library-mark.ts";
import { writeManifest } from "./manifest.ts";
import { readIfThere } from "./read-if-there.ts";
import { type CompletedManifest, releaseFiles, releasesOf } from "./release-files.ts";
import { searchTextFiles } from "./search-files.ts";
import { type Destination, type OutputFile, saveFiles } from "./save.ts";

/** Put finished publications, their manifests and the library into the output folder: all of it or nothing. */
export async function publish(
  world: World,
  built: readonly Built[],
  destination: Destination,
  config: OffprintConfig,
): Promise<Outcome<readonly string[]>> {
  const { folder } = destination;
  const made = await Promise.all(built.map(({ manifest }) => completed(world, folder, manifest)));
  const listed = await hasLibrary(world, destination);
  const asked = made.filter(({ manifest }) => listed || manifest.check !== undefined);
  const releases = await Promise.all(
    asked.map(async (one) => ({ ...one, releases: await releasesOf(world, folder, one) })),
  );
  const releaseLists = await Promise.all(releases.map((one) => releaseFiles(one.manifest, one.releases)));
  const manifests = made.map(({ manifest }) => manifest);
  // The library page has them; a shard keeps them for the one that its parts are put together to.
  const texts = new Map(built.flatMap(({ slug, texts: own }) => (own ? [[slug, own] as const] : [])));
  const library = listed
    ? await (await import("./library-files.ts")).libraryFiles(world, releases, destination, config, texts)
    : succeed([]);
  if (!library.ok) return library;
  const files: OutputFile[] = [
    ...built.flatMap(({ artifacts }) => artifacts),
    ...manifests.map((manifest) => ({ path: `${manifest.slug}/manifest.json`, bytes: writeManifest(manifest) })),
    ...releaseLists.flat(),
    ...(listed || destination.shard ? searchTextFiles(texts) : []),
    ...library.value,
  ];
  const saved = await saveFiles(world, folder, files);
  return saved.ok ? succeed(saved.value, library.diagnostics) : saved;
}

/** What it will be when the editions that were not made this time are counted in, too. */
async function completed(world: World, folder: string, manifest: Manifest): Promise<CompletedManifest> {
  const text = await readIfThere(world, join(folder, manifest.slug, "manifest.json"));
  if (text === undefined || text === new TextDecoder().decode(writeManifest(manifest))) return { manifest };
  const { earlierManifest, mergeManifests } = await import("./earlier-manifest.ts");
  const earlier = await earlierManifest(world, folder, manifest.slug);
  return { manifest: mergeManifests(manifest, earlier), earlier };
}

/**
 * The library page belongs to a build of everything. A build of some publications keeps it up to date where it is
 * there, and never makes one in a folder that is the user's own.
 */
async function hasLibrary(world: World, { folder, complete }: Destination): Promise<boolean> {
  if (complete) return true;
  const current = await readIfThere(world, join(folder, "index.html"));
  return current?.includes(`content="${libraryMark}"`) ?? false;
}
