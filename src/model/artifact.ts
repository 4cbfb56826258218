import type { EditionName } from "./edition.ts";

/** Finished bytes, with where they belong and what they were made from. */
export interface Artifact {
  /** Relative to the output folder, `/`-separated. */
  readonly path: string;
  readonly edition: EditionName;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Pages, for a paged format. */
  readonly pages?: number;
  /** On which page, counted from 1, each id stands, for a paged format. */
  readonly pageMap?: ReadonlyMap<string, number>;
  /** Files that had a part in it, relative to the publication's folder, `/`-separated, sorted. */
  readonly madeFrom: readonly string[];
}
