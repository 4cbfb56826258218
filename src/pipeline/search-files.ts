import { join } from "node:path";
import type { Manifest } from "../config/manifest-file.ts";
import { parseOwnJson } from "../config/parse-own-json.ts";
import type { World } from "../model/world.ts";
import { searchScript } from "../site/search/search-script.ts";
import { type SearchText, searchTextsFile } from "../site/search/search-texts.ts";
import { readIfThere } from "./read-if-there.ts";
import type { OutputFile } from "./output-folder.ts";

/** Searchable texts of publications built in this run, by slug. */
export type KnownTexts = ReadonlyMap<string, readonly SearchText[]>;

const pathOf = (slug: string): string => `${slug}/search.json`;

/** Returns files with the searchable texts of publications, for the library page of a later build. */
export function searchTextFiles(texts: KnownTexts): OutputFile[] {
  return Array.from(texts, ([slug, list]) => ({ path: pathOf(slug), bytes: encode(`${JSON.stringify(list)}\n`) }));
}

/** Returns the script that the library page loads for a search. */
export async function searchFile(
  world: World,
  folder: string,
  manifests: readonly Manifest[],
  known: KnownTexts,
): Promise<OutputFile> {
  const searched = await Promise.all(
    manifests.map(async (manifest) => {
      const { slug } = manifest;
      return { manifest, texts: known.get(slug) ?? (await readSearchTexts(world, folder, slug)) };
    }),
  );
  return { path: "search.js", bytes: encode(await searchScript(world, searched)) };
}

/**
 * Reads texts that an earlier run wrote. Returns none where they are damaged; the next build of the publication
 * rewrites them.
 */
export async function readSearchTexts(world: World, folder: string, slug: string): Promise<readonly SearchText[]> {
  return parseOwnJson(searchTextsFile, await readIfThere(world, join(folder, pathOf(slug)))) ?? [];
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
