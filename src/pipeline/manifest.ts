import type { Manifest, ManifestEntry, ManifestFact } from "../config/manifest-file.ts";
import type { Artifact } from "../model/artifact.ts";
import { findEdition } from "../model/every-edition.ts";
import type { PagePositions } from "../model/page-map.ts";
import type { ListedFact } from "../transform/listed-facts.ts";

export function toEntry(artifact: Artifact): ManifestEntry {
  const { path, edition, mediaType, bytes, sha256, pages, madeFrom } = artifact;
  const label = findEdition(edition)?.label;
  return {
    path,
    edition,
    ...(label !== undefined && { label }),
    mediaType,
    size: bytes.length,
    sha256,
    ...(pages !== undefined && { pages }),
    madeFrom: [...madeFrom],
  };
}

/** Returns a fact with the pages that state it. */
export function factEntry({ blocks, ...fact }: ListedFact, positions: PagePositions | undefined): ManifestFact {
  const pages = new Set(blocks.flatMap((id) => positions?.get(id)?.page ?? []));
  return { ...fact, ...(pages.size > 0 && { pages: [...pages].toSorted((a, b) => a - b) }) };
}

/** Serialises a manifest. */
export function writeManifest(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}
