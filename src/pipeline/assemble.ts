import { join, resolve } from "node:path";
import type { Manifest } from "../config/manifest-file.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { all, fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { reasonOf } from "../source/reason.ts";
import { earlierManifest } from "./earlier-manifest.ts";
import { libraryFiles } from "./library-files.ts";
import { shareName } from "../formats/html/share-picture.ts";
import { sha256Of } from "../model/sha256.ts";
import { releaseFiles, releasesOf } from "./release-files.ts";
import type { SearchText } from "../site/search/search-texts.ts";
import { readSearchTexts, searchTextFiles } from "./search-files.ts";
import { missingPrevious } from "./missing-previous.ts";
import type { Destination } from "./destination.ts";
import { openOutput, type OutputFolder } from "./output-folder.ts";
import { isUnfinished } from "./unfinished.ts";

/** A publication in the output folder of a shard. */
interface Part {
  readonly manifest: Manifest;
  /** Its texts for the search index. */
  readonly texts: readonly SearchText[];
}

/**
 * Joins the output folders of the shards of a build into one folder with the library page, equal to that of a build on
 * one machine. Each file must be the one that its manifest lists.
 */
export async function assemble(
  world: World,
  folders: readonly string[],
  destination: Pick<Destination, "folder" | "previous">,
  config: OffprintConfig,
): Promise<Outcome<readonly string[]>> {
  const output = openOutput(world, destination.folder);
  try {
    return await assembleIn(output, world, folders, destination, config);
  } finally {
    await output.close();
  }
}

async function assembleIn(
  output: OutputFolder,
  world: World,
  folders: readonly string[],
  destination: Pick<Destination, "folder" | "previous">,
  config: OffprintConfig,
): Promise<Outcome<readonly string[]>> {
  const missing = await missingPrevious(world, destination.previous);
  if (missing.length > 0) return fail(...missing);
  const { folder } = destination;
  const read = all(await inOrder(folders, (part) => readParts(world, part, output)));
  if (!read.ok) return read;
  const parts = read.value.flat();
  const slugs = parts.map(({ manifest }) => manifest.slug);
  const doubled = slugs.filter((slug, index) => slugs.indexOf(slug) !== index);
  if (doubled.length > 0) return fail(...doubled.map(inTwoFolders));
  const manifests = parts.map(({ manifest }) => manifest);
  const made = await Promise.all(
    manifests.map(async (manifest) => {
      const earlier = await earlierManifest(world, folder, manifest.slug);
      return { manifest, releases: await releasesOf(world, destination, { manifest, earlier }) };
    }),
  );
  const texts = new Map(
    parts.flatMap(({ manifest, texts: own }) => (own.length > 0 ? [[manifest.slug, own] as const] : [])),
  );
  const library = await libraryFiles(world, made, { folder, complete: true }, config, texts);
  if (!library.ok) return library;
  const releases = await Promise.all(made.map((entry) => releaseFiles(entry.manifest, entry.releases)));
  for (const file of [...releases.flat(), ...searchTextFiles(texts), ...library.value]) await output.add(file);
  const saved = await output.commit();
  return saved.ok ? succeed(saved.value, library.diagnostics) : saved;
}

/** Adds the files of an output folder to another. */
async function readParts(world: World, folder: string, output: OutputFolder): Promise<Outcome<Part[]>> {
  const path = resolve(world.host.workingFolder, folder);
  try {
    const entries = await world.disk.list(path);
    const parts = entries.filter((entry) => entry.kind === "folder" && !isUnfinished(entry));
    return all(await inOrder(parts, ({ name }) => readPart(world, path, folder, name, output)));
  } catch (error) {
    return fail(diagnostic("sourceExists", `"${folder}" cannot be read: ${reasonOf(error)}.`, "Name output folders."));
  }
}

async function readPart(
  world: World,
  path: string,
  folder: string,
  slug: string,
  output: OutputFolder,
): Promise<Outcome<Part>> {
  const manifest = await earlierManifest(world, path, slug);
  if (!manifest) {
    const message = `"${folder}/${slug}" is not a publication built by Offprint: it has no manifest.`;
    return fail(diagnostic("sourceExists", message, "Name the folders that `offprint build --shard` wrote to."));
  }
  const own = `${slug}/manifest.json`;
  await output.add({ path: own, bytes: await world.disk.read(join(path, own)) });
  for (const picture of [`${slug}/${shareName}`, ...(manifest.cover === undefined ? [] : [manifest.cover])]) {
    const shown = await world.disk.read(join(path, picture)).catch(() => undefined);
    if (shown) await output.add({ path: picture, bytes: shown });
  }
  const wrong: Diagnostic[] = [];
  for (const entry of [...manifest.artifacts, ...(manifest.reports ?? [])]) {
    const bytes = await world.disk.read(join(path, entry.path));
    await output.add({ path: entry.path, bytes });
    if (sha256Of(bytes) !== entry.sha256) {
      const message = `"${folder}/${entry.path}" is not the file that its manifest lists.`;
      wrong.push(diagnostic("sourceExists", message, "Build the shard again."));
    }
  }
  return wrong.length > 0 ? fail(...wrong) : succeed({ manifest, texts: await readSearchTexts(world, path, slug) });
}

/** Does work for one item after another: what is read for one is let go before the next. */
async function inOrder<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function inTwoFolders(slug: string): Diagnostic {
  return diagnostic("sourceExists", `The publication "${slug}" is in two of the folders.`, "Name each shard once.");
}
