import type { Manifest } from "../config/manifest-file.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Examined } from "../model/examined.ts";
import type { SearchText } from "../site/search/search-texts.ts";

/** One publication, finished and checked; not yet on the disk. */
export interface Built {
  readonly slug: string;
  readonly artifacts: readonly Artifact[];
  readonly manifest: Manifest;
  readonly examined: Examined;
  /** What can be found in its web page. */
  readonly texts?: readonly SearchText[];
}
