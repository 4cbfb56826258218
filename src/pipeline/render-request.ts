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
import type { FinishedFile } from "../template/file-view.ts";
import type { MasterPublication } from "../transform/whole-publication.ts";
import type { Reading } from "./text-parity.ts";
import type { TemplateContext } from "./template-context.ts";

/** What an edition is made with. */
export interface RenderRequest extends TemplateContext {
  readonly publication: MasterPublication;
  readonly edition: EditionName;
  readonly toolVersion: string;
  /** What stands for the plug-ins in keys of the cache. */
  readonly plugins?: readonly PluginKey[];
  /** Whether it is to be known with what each page of a paged edition begins. */
  readonly mapsPages?: boolean;
  /** The paged edition whose pages an e-book, large print or a booklet names. */
  readonly paged?: PagedEdition | undefined;
  /** The files of the other editions, for a format that offers them; it is made last. */
  readonly finished?: readonly FinishedFile[];
  /** What its PDFs are to be. */
  readonly pdfStandard: PdfStandard;
  /** Started at its first use, once for the whole run. */
  readonly browser: () => Promise<Outcome<Browser>>;
  /** Where each id is likely to stand, from a print of a document like this one. */
  readonly guess?: PagePositions | undefined;
  /** Where a book is to be put before other checkers than our own. */
  readonly checkers?: Checkers;
}

/** Finished bytes of one edition, checked. */
export interface RenderResult {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly pages?: number;
  /** The version of the browser that printed it. */
  readonly browser?: string;
  readonly pageMap?: PageMap | undefined;
  readonly positions?: PagePositions;
  /** What is to lie beside it. */
  readonly picture?: Artifact["picture"];
  /** The checks that ran on it. */
  readonly suites: readonly CheckSuite[];
  /** The text of the finished file in reading order, read from its bytes. */
  readonly text?: string | undefined;
}

/** An artifact and, where it was asked for, with what each of its pages begins. */
export interface RenderedArtifact {
  readonly artifact: Artifact;
  readonly pageMap: PageMap | undefined;
  /** Where each id stands, for a paged format. */
  readonly positions: PagePositions | undefined;
  /** What its file says beside what it shows; for web pages, e-books and PDFs. */
  readonly reading?: Reading | undefined;
  /** The checks that ran on it. */
  readonly suites: readonly CheckSuite[];
}

/** What a format is made with: the publication as the edition shows it. */
export type FormatRequest = Omit<RenderRequest, "publication"> & { readonly publication: Publication };

/** compose → write → check. */
export type FormatRenderer = (request: FormatRequest) => Promise<Outcome<RenderResult>>;

/** Its place in the output folder. */
export function artifactPath({ publication, edition }: FormatRequest): string {
  return `${publication.slug}/${editionFile(publication.slug, edition)}`;
}
