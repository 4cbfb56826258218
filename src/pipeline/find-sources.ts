import { importDocument } from "../import/import-document.ts";
import type { WordStyleMap } from "../model/imported.ts";
import type { Outcome } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { findPublications, type FindOptions } from "../source/find.ts";
import type { SourcePublication } from "../source/source-publication.ts";

/** Finds the publications that the names refer to; imports Word, HTML and plain-text documents. */
export function findSources(
  world: World,
  names: readonly string[],
  {
    styles,
    ...options
  }: Pick<FindOptions, "root" | "from" | "shared"> & { readonly styles?: WordStyleMap | undefined } = {},
): Promise<Outcome<SourcePublication[]>> {
  return findPublications(world, names, {
    ...options,
    importDocument: (shown, bytes, kind) => importDocument(shown, bytes, kind, styles),
  });
}
