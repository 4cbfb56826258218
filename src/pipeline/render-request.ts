import type { Artifact } from "../model/artifact.ts";
import type { CheckSuite } from "../model/check-suite.ts";
import type { PageMap, PagePositions } from "../model/page-map.ts";
import type { PluginKey } from "../model/plugin/plugin.ts";
import type { FormatRequest } from "../template/format.ts";
import type { MasterPublication } from "../transform/whole-publication.ts";
import type { Reading } from "./text-parity.ts";

/** A format's request with the content of all editions. */
export interface RenderRequest extends FormatRequest {
  readonly publication: MasterPublication;
  /** Identify the plug-ins in cache keys. */
  readonly plugins?: readonly PluginKey[];
}

/** An artifact and, if requested, what each of its pages begins with. */
export interface RenderedArtifact {
  readonly artifact: Artifact;
  readonly pageMap: PageMap | undefined;
  /** Position of each id, for a paged format. */
  readonly positions: PagePositions | undefined;
  /** The extracted text compared with the edition; for web pages, e-books and PDFs. */
  readonly reading?: Reading | undefined;
  /** Checks that ran on it. */
  readonly suites: readonly CheckSuite[];
}
