import { join } from "node:path";
import type { Manifest } from "../config/manifest-file.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import type { Built } from "./build.ts";
import { templateFor } from "./template-context.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { subsetFonts } from "../template/fonts.ts";
import { packWebFonts } from "../template/web-fonts.ts";
import { composeLibrary, libraryMark, libraryView } from "../site/library.ts";
import { usedCharacters } from "../template/embed.ts";
import { writeHtml } from "../formats/html/write.ts";
import { mergeManifests, readManifest, writeManifest } from "./manifest.ts";
import { type OutputFile, saveFiles } from "./save.ts";

/** Where finished publications go. */
export interface Destination {
  /** Absolute. */
  readonly folder: string;
  /** Whether the publications are all there are, so that the library lists no others. */
  readonly complete: boolean;
}

/** Put finished publications, their manifests and the library into the output folder: all of it or nothing. */
export async function publish(
  world: World,
  built: readonly Built[],
  destination: Destination,
  config: OffprintConfig,
): Promise<Outcome<readonly string[]>> {
  const { folder } = destination;
  const made = await Promise.all(
    built.map(async ({ slug, manifest }) => mergeManifests(manifest, await earlierManifest(world, folder, slug))),
  );
  const library = await libraryFiles(world, made, destination, config);
  if (!library.ok) return library;
  const files: OutputFile[] = [
    ...built.flatMap(({ artifacts }) => artifacts),
    ...made.map((manifest) => ({ path: `${manifest.slug}/manifest.json`, bytes: writeManifest(manifest) })),
    ...library.value,
  ];
  const saved = await saveFiles(world, folder, files);
  return saved.ok ? succeed(saved.value, library.diagnostics) : saved;
}

/** What an earlier run made of a publication, without the files that somebody has removed since. */
async function earlierManifest(world: World, folder: string, slug: string): Promise<Manifest | undefined> {
  const text = await readIfThere(world, join(folder, slug, "manifest.json"));
  const manifest = text === undefined ? undefined : readManifest(text);
  if (!manifest) return undefined;
  const there = await Promise.all(manifest.artifacts.map(({ path }) => world.disk.stat(join(folder, path))));
  return { ...manifest, artifacts: manifest.artifacts.filter((_, index) => there[index] !== undefined) };
}

/**
 * The library page belongs to a build of everything. A build of some publications keeps it up to date where it is
 * there, and never makes one in a folder that is the user's own.
 */
async function libraryFiles(
  world: World,
  made: readonly Manifest[],
  { folder, complete }: Destination,
  config: OffprintConfig,
): Promise<Outcome<OutputFile[]>> {
  const current = await readIfThere(world, join(folder, "index.html"));
  if (!complete && !current?.includes(`content="${libraryMark}"`)) return succeed([]);
  const others = complete ? [] : await otherManifests(world, folder, made);
  const manifests = [...made, ...others];
  const template = await templateFor(world, config, config.template?.name);
  if (!template.ok) return template;
  const view = libraryView(manifests);
  const used = usedCharacters({ type: "root", children: [] }, JSON.stringify(view));
  const code = manifests.length === 0 ? "" : "0123456789abcdef";
  const fonts = await subsetFonts(world, template.value, { ...used, code, languages: [view.language] });
  if (!fonts.ok) return fonts;
  const page = composeLibrary(template.value, manifests, await packWebFonts(fonts.value));
  return page.ok
    ? succeed([{ path: "index.html", bytes: writeHtml(page.value) }], page.diagnostics)
    : fail(...page.diagnostics);
}

async function otherManifests(world: World, folder: string, made: readonly Manifest[]): Promise<Manifest[]> {
  const entries = await world.disk.list(folder);
  const slugs = entries.filter(({ kind, name }) => kind === "folder" && made.every(({ slug }) => slug !== name));
  const found = await Promise.all(slugs.map(({ name }) => earlierManifest(world, folder, name)));
  return found.filter((manifest) => manifest !== undefined);
}

async function readIfThere(world: World, path: string): Promise<string | undefined> {
  const state = await world.disk.stat(path).catch(() => undefined);
  return state?.kind === "file" ? new TextDecoder().decode(await world.disk.read(path)) : undefined;
}
