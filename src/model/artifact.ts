import type { EditionName } from "./edition.ts";

/** The bytes of a finished file, its path and the files it was made from. */
export interface Artifact {
  /** Relative to the output folder, `/`-separated. */
  readonly path: string;
  /** Edition of this file. */
  readonly edition: EditionName;
  /** IANA media type, without parameters. */
  readonly mediaType: string;
  /** Content of the file. */
  readonly bytes: Uint8Array;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Number of pages, for a paged format. */
  readonly pages?: number;
  /** Name and version of the browser that printed it. */
  readonly browser?: string;
  /** The cover of an e-book; of a web page with a known address the preview image for links. `path` is relative to the output folder. */
  readonly picture?: { readonly path: string; readonly bytes: Uint8Array } | undefined;
  /** Files it was made from, relative to the publication's folder, `/`-separated, sorted. */
  readonly madeFrom: readonly string[];
}
