import { join } from "node:path";
import type { Manifest } from "../config/manifest-file.ts";
import type { World } from "../model/world.ts";
import { searchScript } from "../site/search/search-script.ts";
import { type SearchText, searchTextsFile } from "../site/search/search-texts.ts";
import { readIfThere } from "./read-if-there.ts";
import type { OutputFile } from "./save.ts";

/** What can be found in publications that were made now, by their slugs. */
export type KnownTexts = ReadonlyMap<string, readonly SearchText[]>;

const pathOf = (slug: string): string => `${slug}/search.json`;

/** What can be found in a publication, kept beside its files for the library page of a later build. */
export function searchTextFiles(texts: KnownTexts): OutputFile[] {
  return Array.from(texts, ([slug, list]) => ({ path: pathOf(slug), bytes: encode(`${JSON.stringify(list)}\n`) }));
}

/** The script that the library page loads when somebody searches. */
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

/** Texts that an earlier run wrote; none where they are damaged: the next build of the publication makes them anew. */
export async function readSearchTexts(world: World, folder: string, slug: string): Promise<readonly SearchText[]> {
  const text = await readIfThere(world, join(folder, pathOf(slug)));
  try {
    return text === undefined ? [] : (searchTextsFile.safeParse(JSON.parse(text)).data ?? []);
  } catch {
    return [];
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
