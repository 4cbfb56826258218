import type { EditionName } from "./edition.ts";

/** Finished bytes, with where they belong and what they were made from. */
export interface Artifact {
  /** Relative to the output folder, `/`-separated. */
  readonly path: string;
  /** The edition that it is. */
  readonly edition: EditionName;
  /** IANA, without parameters. */
  readonly mediaType: string;
  /** The whole file. */
  readonly bytes: Uint8Array;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Pages, for a paged format. */
  readonly pages?: number;
  /** The browser that printed it, as it names itself. */
  readonly browser?: string;
  /** Of a web page whose address is known: what is shown of it where somebody links to it, at its place in the output folder. */
  readonly picture?: { readonly path: string; readonly bytes: Uint8Array } | undefined;
  /** Files that had a part in it, relative to the publication's folder, `/`-separated, sorted. */
  readonly madeFrom: readonly string[];
}
