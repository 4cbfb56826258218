import { basename, dirname, join } from "node:path";
import type { OffprintConfig } from "../config/offprint-config.ts";
import { relevel } from "../diagnostics/relevel.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { World } from "../model/world.ts";
import { findSources } from "../pipeline/find-sources.ts";
import { type LoadedSources, loadSources } from "../pipeline/load.ts";
import { prepareLoaded } from "../pipeline/prepare.ts";
import { bookListNames } from "../source/books/read-book-list.ts";
import { readTranslationName } from "../model/translation-name.ts";
import { liesInside } from "../model/shown-path.ts";
import { sidecarNames } from "../source/sidecar-files.ts";
import { nameThings, type NamedThing } from "./named-things.ts";

/** A publication while it is edited. */
export interface Examined {
  /** Source for `build`: a file or a folder, absolute. */
  readonly source: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where it cannot be read. */
  readonly loaded?: LoadedSources;
  readonly things: readonly NamedThing[];
}

/** Returns the source of a file's publication for `build`, if Offprint reads the file. */
export async function sourceOf(world: World, path: string): Promise<string | undefined> {
  const lists = ["publication.yaml", "article.md", ...bookListNames];
  const root = world.host.workingFolder;
  for (let folder = dirname(path); liesInside(root, folder); folder = dirname(folder)) {
    const names = (await world.disk.list(folder).catch(() => [])).map(({ name }) => name);
    if (readTranslationName(basename(path))?.original === "article.md" && names.includes("article.md")) return path;
    if (names.some((name) => lists.includes(name))) return folder;
    if (folder === dirname(folder)) break;
  }
  return isData(path) ? undefined : path;
}

function isData(path: string): boolean {
  return ([...sidecarNames, "publication.yaml"] as string[]).includes(basename(path));
}

/**
 * Reads, parses and transforms a publication as far as possible without a template or format, for all diagnostics of
 * its text.
 */
export async function examine(world: World, source: string, config: OffprintConfig): Promise<Examined> {
  const found = await findSources(world, [source], { root: config.root, shared: config.shared });
  const levelled = (diagnostics: readonly Diagnostic[]) => relevel(diagnostics, config);
  const [publication] = found.ok ? found.value : [];
  if (!publication) return { source, diagnostics: levelled(found.diagnostics), things: [] };
  const loaded = await loadSources(world, publication, config);
  if (!loaded.ok) return { source, diagnostics: levelled([...found.diagnostics, ...loaded.diagnostics]), things: [] };
  const prepared = await prepareLoaded(world, loaded.value);
  const diagnostics = [...found.diagnostics, ...loaded.diagnostics, ...prepared.diagnostics];
  const whole = prepared.ok ? prepared.value.publication.whole : undefined;
  return { source, diagnostics: levelled(diagnostics), loaded: loaded.value, things: nameThings(loaded.value, whole) };
}

/** Returns every text of a publication, by absolute path. */
export function textsOf({ source, parsed, companions, citations }: LoadedSources): ReadonlyMap<string, string> {
  const files = [
    ...(source.settings ? [source.settings.file] : []),
    ...source.chapters.map(({ file }) => file),
    ...parsed.flatMap(({ included }) => included),
    ...companions,
    ...(citations?.files ?? []),
  ];
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** Returns the absolute path of a file named in a diagnostic. */
export function absolutePath(world: World, shown: string): string {
  return join(world.host.workingFolder, shown);
}
