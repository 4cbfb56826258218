import { placesByWords } from "../model/trace.ts";
import type { Publication } from "../model/publication.ts";
import type { World } from "../model/world.ts";
import type { BuildRequest } from "../pipeline/build-request.ts";
import { findSources } from "../pipeline/find-sources.ts";
import { preparePublication } from "../pipeline/prepare.ts";

/** Source locations of the words of a publication. */
export interface Places {
  /** `key`: the words of a block, without spaces. */
  readonly blocks: readonly {
    readonly key: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
  }[];
  /** Source texts by the names used in blocks. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Maximum length of a block: anything longer is a section. */
const maxBlockLength = 5_000;

/** Reads and transforms a publication again, and returns its places; returns `undefined` if it fails. */
export async function readPlaces(world: World, request: BuildRequest, slug: string): Promise<Places | undefined> {
  const found = await findSources(world, request.sources, {
    root: request.root,
    from: request.from,
    shared: request.config.shared,
  });
  const source = found.ok ? found.value.find((publication) => publication.slug === slug) : undefined;
  const prepared = source && (await preparePublication(world, source, request.config, request.cache?.draw));
  return prepared?.ok ? placesOf(prepared.value.publication) : undefined;
}

/** Returns the source locations of a publication. */
export function placesOf(publication: Publication): Places {
  const blocks = [...placesByWords(publication)].flatMap(([key, place]) => {
    const start = place?.position?.start;
    if (!place || !start || key.length > maxBlockLength) return [];
    return [{ key, file: place.file, line: start.line, column: start.column }];
  });
  const files = [...new Set(blocks.map(({ file }) => file))];
  const texts = publication.chapters.flatMap(({ source: joined }) =>
    joined ? lineUp(joined.text, files, (line) => joined.locate({ start: { line, column: 1 } }).file) : [],
  );
  return { blocks, texts: Object.fromEntries(texts) };
}

/** Returns the files of a chapter with their texts. */
function lineUp(
  text: string,
  files: readonly string[],
  fileAt: (line: number) => { readonly shown: string; readonly text: string },
): [string, string][] {
  const found = new Map<string, string>();
  for (let line = 1; line <= text.split("\n").length; line += 1) {
    const file = fileAt(line);
    if (files.includes(file.shown)) found.set(file.shown, file.text);
  }
  return [...found];
}
