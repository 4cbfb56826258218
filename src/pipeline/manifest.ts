import type { Manifest, ManifestEntry } from "../config/manifest-file.ts";
import type { Artifact } from "../model/artifact.ts";
import { findEdition } from "../model/every-edition.ts";

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

/** Serialises a manifest. */
export function writeManifest(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}
