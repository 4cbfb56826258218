import type { TemplateContext } from "./template-context.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Checkers } from "../model/checker.ts";
import { type Edition, editionFile, type EditionName, editions, type FormatName } from "../model/edition.ts";
import { type Outcome, settle, succeed } from "../model/outcome.ts";
import { outlineOf } from "../model/outline.ts";
import type { PagedEdition, PageMap, PagePositions } from "../model/page-map.ts";
import type { PdfStandard } from "../model/pdf-standard.ts";
import type { Publication } from "../model/publication.ts";
import type { Browser } from "../model/browser.ts";
import { tracer } from "../model/trace.ts";
import { describesImages } from "../model/undescribed.ts";
import { composeBook } from "../formats/epub/compose.ts";
import { forEdition } from "../transform/edition/for-edition.ts";
import type { FinishedFile } from "../template/file-view.ts";
import { fontsFor } from "../template/fonts.ts";
import { packWebFonts } from "../template/web-fonts.ts";
import { composeRunningHeads } from "../formats/pdf/compose/running-heads.ts";
import { finishFor } from "../formats/pdf/compose/finish-for.ts";
import { composePrint } from "../formats/pdf/compose.ts";
import { composeWeb } from "../formats/html/compose.ts";
import { verifyEpub } from "../formats/epub/check.ts";
import { auditEpub } from "../formats/epub/check/audit.ts";
import { tracer as bookTracer } from "../formats/epub/check/trace.ts";
import { verifyHtml } from "../formats/html/check.ts";
import { verifyPdf } from "../formats/pdf/check.ts";
import { writeEpub } from "../formats/epub/write.ts";
import { toKobo } from "../formats/epub/write/kobo.ts";
import { writeHtml } from "../formats/html/write.ts";
import { digest } from "./manifest.ts";
import { type PdfRequest, writePdf } from "../formats/pdf/write.ts";

/** What an edition is made with. */
export interface RenderRequest extends TemplateContext {
  readonly publication: Publication;
  readonly edition: EditionName;
  readonly toolVersion: string;
  /** Whether it is to be known with what each page of a paged edition begins. */
  readonly mapsPages?: boolean;
  /** The paged edition whose pages an e-book names. */
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
}

/** An artifact and, where it was asked for, with what each of its pages begins. */
export interface RenderedArtifact {
  readonly artifact: Artifact;
  readonly pageMap: PageMap | undefined;
  /** Where each id stands, for a paged format. */
  readonly positions: PagePositions | undefined;
}

type FormatRenderer = (request: RenderRequest) => Promise<Outcome<RenderResult>>;

/** template → write → verify, for each format. Adding a format is a line here and its rooms' files. */
const formats = { html: makeHtml, pdf: makePdf, epub: makeEpub } satisfies Record<FormatName, FormatRenderer>;

/** Make one edition, checked, with its place in the output folder. */
export async function makeArtifact(given: RenderRequest): Promise<Outcome<RenderedArtifact>> {
  const { edition } = given;
  const publication = forEdition(given.publication, edition);
  const request = { ...given, publication, fonts: fontsFor(given.fonts, edition) };
  const path = artifactPath(request);
  const made = await formats[editions[edition].format](request);
  if (!made.ok) return made;
  const { madeFrom } = publication;
  const { pageMap, positions, ...rest } = made.value;
  const artifact = { path, edition, ...rest, sha256: digest(rest.bytes), madeFrom };
  return succeed({ artifact, pageMap, positions }, made.diagnostics);
}

function artifactPath({ publication, edition }: RenderRequest): string {
  return `${publication.slug}/${editionFile(publication.slug, edition)}`;
}

async function makeHtml(request: RenderRequest): Promise<Outcome<RenderResult>> {
  const { template, publication, options, fonts, finished } = request;
  const page = composeWeb(template, publication, options, await packWebFonts(fonts), finished);
  if (!page.ok) return page;
  const bytes = writeHtml(page.value);
  return settle({ bytes, mediaType: "text/html" }, [...page.diagnostics, ...verifyHtml(bytes, artifactPath(request))]);
}

async function makePdf(request: RenderRequest): Promise<Outcome<RenderResult>> {
  const { publication, template, edition, options, fonts, toolVersion, pdfStandard: standard } = request;
  const browser = await request.browser();
  if (!browser.ok) return browser;
  const compose: PdfRequest["compose"] = (measured) =>
    composePrint(template, publication, edition, options, fonts, measured);
  const composeRunning: PdfRequest["composeRunningHeads"] = (printed) =>
    composeRunningHeads(template, publication, edition, options, fonts, printed);
  const pdf = await writePdf({
    publication,
    edition,
    compose,
    composeRunningHeads: composeRunning,
    browser: browser.value,
    toolVersion,
    standard,
    guess: request.guess,
    fieldFont: request.fieldFont,
    finish: finishFor(edition, options, publication.metadata.direction),
    mapsPages: request.mapsPages ?? false,
  });
  if (!pdf.ok) return pdf;
  const { bytes, pages, pageMap, positions } = pdf.value;
  const { title, language } = publication.metadata;
  const expectation = {
    title,
    language,
    modified: publication.modified,
    outline: outlineOf(pdf.value.publication),
    describesImages: describesImages(pdf.value.publication),
  };
  const file = artifactPath(request);
  const found = await verifyPdf(bytes, { file, standard, expectation, trace: tracer(publication) });
  const { version } = browser.value;
  return settle({ bytes, mediaType: "application/pdf", pages, browser: version, pageMap, positions }, [
    ...browser.diagnostics,
    ...pdf.diagnostics,
    ...found,
  ]);
}

async function makeEpub(request: RenderRequest): Promise<Outcome<RenderResult>> {
  const book = await composeBook(request.template, request.publication, request.options, request.fonts, request.paged);
  if (!book.ok) return book;
  const { readingSystem }: Edition = editions[request.edition];
  const fitted = readingSystem === "kobo" ? toKobo(book.value) : book.value;
  const bytes = await writeEpub(fitted);
  const file = artifactPath(request);
  const trace = bookTracer(fitted, bytes);
  const found = await verifyEpub(bytes, file, trace);
  const { checkers, browser } = request;
  const audited = checkers ? await auditEpub({ bytes, file, trace }, checkers, browser) : [];
  return settle({ bytes, mediaType: "application/epub+zip" }, [...book.diagnostics, ...found, ...audited]);
}
