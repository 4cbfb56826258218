import { createHash } from "node:crypto";
import { type Manifest, type ManifestEntry, manifestFile } from "../config/manifest-file.ts";
import type { Artifact } from "../model/artifact.ts";
import { editionNames } from "../model/edition.ts";

export function toEntry(artifact: Artifact): ManifestEntry {
  const { path, edition, mediaType, bytes, sha256, pages, madeFrom } = artifact;
  return {
    path,
    edition,
    mediaType,
    size: bytes.length,
    sha256,
    ...(pages !== undefined && { pages }),
    madeFrom: [...madeFrom],
  };
}

/** A manifest as it lies on the disk; nothing where it is damaged: it is then made anew. */
export function readManifest(text: string): Manifest | undefined {
  try {
    return manifestFile.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A manifest with the entries of an earlier one for the editions that were not made this time. */
export function mergeManifests(made: Manifest, earlier: Manifest | undefined): Manifest {
  const isNew = new Set(made.artifacts.map((entry) => entry.edition));
  const kept = (earlier?.artifacts ?? []).filter((entry) => !isNew.has(entry.edition));
  const rank = (entry: ManifestEntry): number => editionNames.indexOf(entry.edition);
  const artifacts = [...made.artifacts, ...kept].toSorted((a, b) => rank(a) - rank(b));
  return { ...made, browser: made.browser ?? earlier?.browser ?? null, artifacts };
}

export function writeManifest(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}

/** SHA-256, lower-case hexadecimal. */
export function digest(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
