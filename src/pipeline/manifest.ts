import type { Manifest, ManifestEntry, ManifestFact } from "../config/manifest-file.ts";
import type { Artifact } from "../model/artifact.ts";
import { findEdition } from "../model/every-edition.ts";
import type { FinishedFile } from "../template/file-view.ts";
import type { PagePositions } from "../model/page-map.ts";
import type { ListedFact } from "../transform/listed-facts.ts";

/** A file that may not have been checked. */
export type WrittenFile = Pick<Artifact, "path" | "edition" | "mediaType" | "bytes" | "pages">;

export function toEntry(artifact: Artifact): ManifestEntry {
  const { path, edition, label, mediaType, size, pages } = toFinished(artifact);
  const { sha256, madeFrom } = artifact;
  return {
    path,
    edition,
    ...(label !== undefined && { label }),
    mediaType,
    size,
    sha256,
    ...(pages !== undefined && { pages }),
    madeFrom: [...madeFrom],
  };
}

/** Returns what a page that links to a file shows of it. */
export function toFinished({ path, edition, mediaType, bytes, pages }: WrittenFile): FinishedFile {
  const label = findEdition(edition)?.label;
  const paged = pages === undefined ? {} : { pages };
  return { path, edition, ...(label !== undefined && { label }), mediaType, size: bytes.length, ...paged };
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
