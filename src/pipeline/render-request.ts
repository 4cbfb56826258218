import type { Artifact } from "../model/artifact.ts";
import type { Browser } from "../model/browser.ts";
import type { Checkers } from "../model/checker.ts";
import type { EditionName } from "../model/edition.ts";
import { editionFile } from "../model/every-edition.ts";
import type { Outcome } from "../model/outcome.ts";
import type { PagedEdition, PageMap, PagePositions } from "../model/page-map.ts";
import type { CheckSuite } from "../model/check-suite.ts";
import type { PdfStandard } from "../model/pdf-standard.ts";
import type { PluginKey } from "../model/plugin/plugin.ts";
import type { Publication } from "../model/publication.ts";
import type { Workers } from "../model/worker.ts";
import type { FinishedFile } from "../template/file-view.ts";
import type { MasterPublication } from "../transform/whole-publication.ts";
import type { Reading } from "./text-parity.ts";
import type { TemplateContext } from "./template-context.ts";

/** What an edition is rendered from. */
export interface RenderRequest extends TemplateContext {
  readonly publication: MasterPublication;
  readonly edition: EditionName;
  readonly toolVersion: string;
  /** Identify the plug-ins in cache keys. */
  readonly plugins?: readonly PluginKey[];
  /** Whether to return what each page of a paged edition begins with. */
  readonly mapsPages?: boolean;
  /** The paged edition whose pages an e-book, large print or a booklet refers to. */
  readonly paged?: PagedEdition | undefined;
  /** Files of the other editions, for a format that links to them; it is rendered last. */
  readonly finished?: readonly FinishedFile[];
  /** PDF standard to conform to. */
  readonly pdfStandard: PdfStandard;
  /** Started on first use, once for the whole run. */
  readonly browser: () => Promise<Outcome<Browser>>;
  /** Expected position of each id, from a print of a similar document. */
  readonly guess?: PagePositions | undefined;
  /** Processes for long tasks. */
  readonly workers?: Workers;
  /** Called with the page map as soon as it is known. */
  readonly onPages?: (pageMap: PageMap | undefined) => void;
  /** Called when the browser has begun to print and there is time for other work. */
  readonly onPrinting?: (() => void) | undefined;
  /** External checkers to run on a book. */
  readonly checkers?: Checkers;
}

/** The checked content of one edition. */
export interface RenderResult {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly pages?: number;
  /** Version of the browser that printed it. */
  readonly browser?: string;
  readonly pageMap?: PageMap | undefined;
  readonly positions?: PagePositions;
  /** An image to write next to it. */
  readonly picture?: Artifact["picture"];
  /** Checks that ran on it. */
  readonly suites: readonly CheckSuite[];
  /** Text extracted from the finished file, in reading order. */
  readonly text?: string | undefined;
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

/** A render request with the publication as the edition shows it. */
export type FormatRequest = Omit<RenderRequest, "publication"> & { readonly publication: Publication };

/** Renders a format: compose → write → check. */
export type FormatRenderer = (request: FormatRequest) => Promise<Outcome<RenderResult>>;

/** Returns the artifact's path in the output folder. */
export function artifactPath({ publication, edition }: FormatRequest): string {
  return `${publication.slug}/${editionFile(publication.slug, edition)}`;
}
