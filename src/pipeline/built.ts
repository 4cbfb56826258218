import type { Manifest } from "../config/manifest-file.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Examined } from "../model/examined.ts";
import type { SearchText } from "../site/search/search-texts.ts";

/** A finished and checked publication. */
export interface Built {
  readonly slug: string;
  /** Empty where a run keeps no bytes (`finish.ts`); the manifest lists them in the same order. */
  readonly artifacts: readonly Artifact[];
  readonly manifest: Manifest;
  /** Path of the cover of its e-book, relative to the output folder. */
  readonly cover?: string;
  readonly examined: Examined;
  /** Texts of its web page for the search index. */
  readonly texts?: readonly SearchText[];
}
