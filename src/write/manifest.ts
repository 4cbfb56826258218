import { createHash } from "node:crypto";
import type { Artifact } from "../model/artifact.ts";

/** `manifest.json`: what was made, from what, with what. It holds no time of making, so that equal work is equal bytes. */
export interface Manifest {
  readonly slug: string;
  readonly title: string;
  readonly tool: { readonly name: "offprint"; readonly version: string; readonly node: string };
  /** As the browser names itself, where one printed. */
  readonly browser: string | null;
  readonly sources: readonly { readonly path: string; readonly sha256: string }[];
  readonly artifacts: readonly ManifestEntry[];
}

export interface ManifestEntry {
  /** Relative to the output folder. */
  readonly path: string;
  readonly edition: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly pages?: number;
  readonly madeFrom: readonly string[];
}

export function toEntry(artifact: Artifact): ManifestEntry {
  const { path, edition, mediaType, bytes, sha256, pages, madeFrom } = artifact;
  return { path, edition, mediaType, size: bytes.length, sha256, ...(pages !== undefined && { pages }), madeFrom };
}

/** The entries of an earlier manifest for editions that were not asked for this time. */
export function keptEntries(earlier: string | undefined, made: readonly ManifestEntry[]): ManifestEntry[] {
  if (earlier === undefined) return [];
  try {
    const { artifacts } = JSON.parse(earlier) as Partial<Manifest>;
    return (artifacts ?? []).filter((entry) => !made.some(({ edition }) => edition === entry.edition));
  } catch {
    // A damaged manifest is made anew.
    return [];
  }
}

export function digest(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
