import { modifiedAt } from "../source/modified-at.ts";
import type { Dated } from "../model/publication.ts";
import type { Metadata } from "../model/metadata.ts";
import { relativePath } from "../model/shown-path.ts";
import type { World } from "../model/world.ts";
import { smartenText } from "../transform/punctuation.ts";
import type { LoadedSources } from "./load.ts";
import { releaseId, releaseWithAddress } from "./release-of.ts";

/** Release ids by sources, computed once for all handouts of a mail merge. */
const releases = new WeakMap<LoadedSources, Promise<string>>();
const instants = new WeakMap<LoadedSources, Promise<Dated>>();

/** Returns the metadata of a publication. `read`: paths of images and data. */
export async function describePublication(world: World, loaded: LoadedSources, title: string, read: readonly string[]) {
  const { source, config, publicationMatter, metadata, parsed, companions, citations } = loaded;
  const files = [
    ...(source.settings ? [source.settings.file] : []),
    ...parsed.flatMap(({ file, included, data }) => [file, ...included, ...data]),
    ...companions,
    ...(citations?.files ?? []),
  ];
  const style = citations?.styleFile ? [citations.styleFile.path] : [];
  const id = releases.get(loaded) ?? releaseId(world, source.folder, files, [...style, ...read]);
  releases.set(loaded, id);
  // Files extracted from an imported document exist in memory only.
  const paths = [...files.map(({ path }) => path), ...style, ...read].filter((path) => !source.extracted?.has(path));
  const instant = instants.get(loaded) ?? modifiedAt(world, metadata, { folder: source.folder, paths });
  instants.set(loaded, instant);
  const release = releaseWithAddress(await id, source.slug, config);
  const sources = new Set([...files.map(({ path }) => path), ...style, ...read]);
  return {
    slug: source.slug,
    ...(Object.keys(loaded.styles).length > 0 && { styles: loaded.styles }),
    metadata: { ...smarten({ ...metadata, title, shortTitle: publicationMatter["short-title"] ?? title }), release },
    ...(await instant),
    madeFrom: [...sources].map((path) => relativePath(source.folder, path)).toSorted(),
  };
}

/** Applies typographic punctuation of the language to the metadata that readers see, as to the text. */
function smarten(metadata: Metadata): Metadata {
  const smart = (text: string): string => smartenText(text, metadata.language);
  return {
    ...metadata,
    title: smart(metadata.title),
    shortTitle: smart(metadata.shortTitle),
    ...(metadata.subtitle !== undefined && { subtitle: smart(metadata.subtitle) }),
    ...(metadata.description !== undefined && { description: smart(metadata.description) }),
    ...(metadata.rights !== undefined && { rights: smart(metadata.rights) }),
  };
}
