import type { Artifact } from "../model/artifact.ts";
import type { Browser } from "../model/browser.ts";
import type { Checkers } from "../model/checker.ts";
import type { CheckSuite } from "../model/check-suite.ts";
import type { EditionName } from "../model/edition.ts";
import { editionFile } from "../model/every-edition.ts";
import type { FieldFont } from "../model/form-field.ts";
import type { Outcome } from "../model/outcome.ts";
import type { SubsetFont } from "../model/page.ts";
import type { PagedEdition, PageMap, PagePositions } from "../model/page-map.ts";
import type { PdfStandard } from "../model/pdf-standard.ts";
import type { Publication } from "../model/publication.ts";
import type { Workers } from "../model/worker.ts";
import type { FinishedFile } from "./file-view.ts";
import type { Template } from "./load.ts";
import type { TemplateChoices } from "./options.ts";

/** What the folder of a format exports as `format` in its `format.ts`. */
export interface Format {
  /** Makes an edition: compose → write → check. */
  render(request: FormatRequest): Promise<Outcome<RenderResult>>;
  /** Does what depends on no other edition, while the browser prints one. */
  prepare?(request: Omit<FormatRequest, "paged">): Promise<void>;
}

/** A template and the options that the publication chose. */
export interface ChosenTemplate {
  readonly template: Template;
  readonly options: TemplateChoices;
}

/** What every edition of a publication is rendered with. */
export interface TemplateContext extends ChosenTemplate {
  /** Subset to the characters that any edition shows. */
  readonly fonts: readonly SubsetFont[];
  /** Font of form fields in a PDF, where there are any. */
  readonly fieldFont?: FieldFont | undefined;
  /** Characters without a glyph in the fonts, sorted. */
  readonly lacking: readonly string[];
  /** Languages of the text (BCP 47). */
  readonly languages: readonly string[];
}

/** What a format renders an edition from. */
export interface FormatRequest extends TemplateContext {
  /** The publication as the edition shows it. */
  readonly publication: Publication;
  readonly edition: EditionName;
  readonly toolVersion: string;
  /** Whether to return what each page of a paged edition begins with. */
  readonly mapsPages?: boolean;
  /** The paged edition whose pages an e-book, large print or a booklet refers to. */
  readonly paged?: PagedEdition | undefined;
  /** Files of the other editions, for a format that links to them; it is rendered last. */
  readonly finished?: readonly FinishedFile[];
  /** Set for a page that is shown until the finished one is made: it is not checked, and never written. */
  readonly isDraft?: true;
  /** PDF standard to conform to. */
  readonly pdfStandard: PdfStandard;
  /** Started on first use, once for the whole run. */
  readonly browser: () => Promise<Outcome<Browser>>;
  /** Expected position of each id, from a print of a similar document. */
  readonly guess?: PagePositions | undefined;
  /** Processes for long tasks. */
  readonly workers?: Workers;
  /** Called with the file before it is checked, if that takes long. */
  readonly onWritten?: (file: Pick<Artifact, "bytes" | "mediaType" | "pages">) => void;
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

/** Returns the artifact's path in the output folder. */
export function artifactPath({ publication, edition }: Pick<FormatRequest, "publication" | "edition">): string {
  return `${publication.slug}/${editionFile(publication.slug, edition)}`;
}
