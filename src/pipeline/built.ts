import type { Manifest } from "../config/manifest-file.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Examined } from "../model/examined.ts";
import type { SearchText } from "../site/search/search-texts.ts";

/** A finished and checked publication, not yet written to disk. */
export interface Built {
  readonly slug: string;
  readonly artifacts: readonly Artifact[];
  readonly manifest: Manifest;
  readonly examined: Examined;
  /** Texts of its web page for the search index. */
  readonly texts?: readonly SearchText[];
}
