import { join } from "node:path";
import type { Manifest } from "../config/manifest-file.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import type { Built } from "./built.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { libraryMark } from "../site/library-mark.ts";
import type { Destination } from "./destination.ts";
import { writeManifest } from "./manifest.ts";
import type { OutputFile, OutputFolder } from "./output-folder.ts";
import { missingPrevious } from "./missing-previous.ts";
import { readIfThere } from "./read-if-there.ts";
import type { Reported } from "./report/report-files.ts";
import type { CompletedManifest } from "./release-files.ts";

/**
 * Writes the manifests of finished publications and the library to the output folder, and moves all to its place, with
 * the artifacts, which were added when they were made: all or none.
 */
export async function publish(
  world: World,
  built: readonly Built[],
  output: OutputFolder,
  destination: Destination,
  config: OffprintConfig,
): Promise<Outcome<readonly string[]>> {
  const missing = await missingPrevious(world, destination.previous);
  if (missing.length > 0) return fail(...missing);
  const listed = await hasLibrary(world, destination);
  const isReported = listed || destination.shard === true || destination.report === true;
  const made = await Promise.all(built.map((publication) => completed(world, destination, publication, isReported)));
  const unread = (destination.results ?? []).filter((path) => made.every(({ read }) => !read.includes(path)));
  const checkable = made.filter(({ manifest }) => listed || manifest.check !== undefined);
  const releases = await withReleases(world, destination, checkable);
  const manifests = made.map(({ manifest }) => manifest);
  // The library page embeds them; a shard stores them for the library page of the assembled parts.
  const texts = new Map(built.flatMap(({ slug, texts: own }) => (own ? [[slug, own] as const] : [])));
  const library = listed
    ? await (await import("./library-files.ts")).libraryFiles(world, releases, destination, config, texts)
    : succeed([]);
  if (!library.ok) return library;
  const isSearched = listed || destination.shard === true;
  const files: OutputFile[] = [
    ...manifests.map((manifest) => ({ path: `${manifest.slug}/manifest.json`, bytes: writeManifest(manifest) })),
    ...made.flatMap(({ files: reports }) => reports),
    ...releases.flatMap(({ lists }) => lists),
    ...(isSearched ? (await import("./search-files.ts")).searchTextFiles(texts) : []),
    ...library.value,
  ];
  for (const { cover } of isReported ? [] : built) if (cover !== undefined) output.leaveOut(cover);
  for (const file of files) await output.add(file);
  const saved = await output.commit();
  return saved.ok ? succeed(saved.value, [...library.diagnostics, ...unread.map(unknownResults)]) : saved;
}

/** Adds the releases of publications, and their files. Loads the code for it only where there are any. */
async function withReleases(world: World, destination: Destination, made: readonly (CompletedManifest & Reported)[]) {
  if (made.length === 0) return [];
  const { releaseFiles, releasesOf } = await import("./release-files.ts");
  return Promise.all(
    made.map(async (completedManifest) => {
      const releases = await releasesOf(world, destination, completedManifest);
      return { ...completedManifest, releases, lists: await releaseFiles(completedManifest.manifest, releases) };
    }),
  );
}

function unknownResults(path: string): Diagnostic {
  const message = "This is not a report of veraPDF, Ace or EPUBCheck about a file of this build.";
  const hint = "Run the checker on the current file, and save its report as JSON.";
  return diagnostic("resultsKnown", message, hint, { file: path });
}

/** Returns the manifest including the editions that this run did not build. */
async function completed(
  world: World,
  { folder, results }: Destination,
  { manifest: own, examined, cover }: Built,
  isReported: boolean,
): Promise<CompletedManifest & Reported> {
  const manifest = isReported && cover !== undefined ? { ...own, cover } : own;
  const text = await readIfThere(world, join(folder, manifest.slug, "manifest.json"));
  const report = async (of: Manifest, earlier?: Manifest): Promise<Reported> =>
    isReported || earlier?.reports
      ? (await import("./report/report-files.ts")).withReport(world, folder, {
          manifest: of,
          examined,
          results,
          earlier,
        })
      : { manifest: of, files: [], read: [] };
  const alone = await report(manifest);
  if (text === undefined || text === new TextDecoder().decode(writeManifest(alone.manifest))) return alone;
  const { earlierManifest, mergeManifests } = await import("./earlier-manifest.ts");
  const earlier = await earlierManifest(world, folder, manifest.slug);
  return { ...(await report(mergeManifests(manifest, earlier), earlier)), earlier };
}

/**
 * Reports whether to write a library page: always for a build of everything. A build of some publications updates an
 * existing one, but never creates one in a user's folder.
 */
async function hasLibrary(world: World, { folder, complete }: Destination): Promise<boolean> {
  if (complete) return true;
  const current = await readIfThere(world, join(folder, "index.html"));
  return current?.includes(`content="${libraryMark}"`) ?? false;
}
