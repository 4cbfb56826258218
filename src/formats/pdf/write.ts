import { createHash } from "node:crypto";
import { PDFDocument, type PDFPage } from "@cantoo/pdf-lib";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { EditionName } from "../../model/edition.ts";
import { fail, type Outcome, succeed } from "../../model/outcome.ts";
import type { FieldFont } from "../../model/form-field.ts";
import type { Finish } from "../../model/finish.ts";
import type { RunningHeadsPage, PrintPage } from "../../model/page.ts";
import type { Measured, PageMap, PagePosition, PagePositions } from "../../model/page-map.ts";
import type { PdfStandard } from "../../model/pdf-standard.ts";
import type { Publication } from "../../model/publication.ts";
import type { Browser } from "../../model/browser.ts";
import { toGrey } from "./greyscale/to-grey.ts";
import { impose } from "./impose/impose.ts";
import { readPages } from "./read/pages.ts";
import { markHyphens } from "./repair/mark-hyphens.ts";
import { findOrigins } from "./repair/origins.ts";
import { blocksAtPageEnds, mapPages, readPositions } from "./repair/page-map.ts";
import { dropUnused } from "./repair/drop-unused.ts";
import { repairsFor } from "./repair/repairs.ts";
import { stampRunningHeads } from "./repair/stamp-running-heads.ts";

export interface PdfRequest {
  readonly publication: Publication;
  readonly edition: EditionName;
  /** The document to print; with what earlier prints have told, it knows on which page each id stands. */
  readonly compose: (measured?: Measured) => Outcome<PrintPage>;
  /** The running heads and feet of what was printed. */
  readonly composeRunningHeads: (printed: {
    readonly pages: number;
    readonly positions: PagePositions;
  }) => Outcome<RunningHeadsPage>;
  /** Where each id is likely to stand; where that is right, one print is enough. */
  readonly guess?: PagePositions | undefined;
  /** For what is typed into fields, if there are any. */
  readonly fieldFont?: FieldFont | undefined;
  readonly browser: Browser;
  readonly toolVersion: string;
  readonly finish?: Finish;
  /** Whether it is to be known with what each page begins, which costs one more print. */
  readonly mapsPages?: boolean;
  readonly standard: PdfStandard;
}

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Where each id stands. */
  readonly positions: PagePositions;
  /** Where it was asked for. */
  readonly pageMap?: PageMap;
  /** What was printed. */
  readonly publication: Publication;
}

/** A document that has been printed until its page numbers were right. */
interface Settled {
  readonly page: PrintPage;
  readonly document: PDFDocument;
  readonly positions: ReadonlyMap<string, PagePosition>;
  readonly first: PagePositions;
}

/** Print until the page numbers in the document are those of its pages, and repair the last print. */
export async function writePdf(request: PdfRequest): Promise<Outcome<Pdf>> {
  const settled = await settlePages(request);
  if (!settled.ok) return settled;
  const { document, page, positions } = settled.value;
  const { publication } = page;
  const pageMap = request.mapsPages ? await measurePages(request, settled.value) : undefined;
  if (pageMap && !pageMap.ok) return pageMap;
  const runningHeads = await addRunningHeads(request, settled.value);
  if (!runningHeads.ok) return runningHeads;
  // Before the pages are read: what is to be changed on them is counted from what is there now.
  if (request.finish?.isGrey) await toGrey(document);
  markHyphens(document);
  const pages = readPages(document);
  for (const [one, text] of runningHeads.value) pages.get(one)?.changes.push({ start: 0, end: 0, text });
  const origins = findOrigins(document, pages, page.content);
  const { corners, fields = [] } = page;
  const job = { document, pages, html: withoutStyle(page.content), corners, fields, origins, ...request, publication };
  for (const { apply } of repairsFor(request.standard)) apply(job);
  if (request.finish?.imposition) {
    impose(document, request.finish.imposition);
    dropUnused(job);
  }
  const bytes = await document.save({ useObjectStreams: true, updateFieldAppearances: false });
  return succeed(
    { bytes, pages: document.getPageCount(), positions, publication, ...(pageMap && { pageMap: pageMap.value }) },
    settled.diagnostics,
  );
}

/** With what each page begins, exact to the word: the document is printed once more with the words at page ends marked. */
async function measurePages(
  request: PdfRequest,
  { page, document, positions, first }: Settled,
): Promise<Outcome<PageMap>> {
  const words = blocksAtPageEnds(page.blocks, positions);
  const composed = request.compose({ positions, first, words, ...notesOf(page) });
  if (!composed.ok) return composed;
  const printed = await printPage(request.browser, composed.value.content);
  if (!printed.ok) return printed;
  const measured = readPositions(await PDFDocument.load(printed.value, { updateMetadata: false }));
  return succeed(mapPages(document.getPageCount(), page.blocks, positions, measured));
}

function notesOf({ notes }: PrintPage): Pick<Measured, "notes"> {
  return notes ? { notes } : {};
}

/** Heads and feet are printed when it is known what stands on the pages, and how many there are. */
async function addRunningHeads(
  request: PdfRequest,
  { document, positions }: Settled,
): Promise<Outcome<ReadonlyMap<PDFPage, string>>> {
  const runningHeads = request.composeRunningHeads({ pages: document.getPageCount(), positions });
  if (!runningHeads.ok) return runningHeads;
  const printed = await printPage(request.browser, runningHeads.value.content);
  if (!printed.ok) return printed;
  const pages = await PDFDocument.load(printed.value, { updateMetadata: false });
  return succeed(stampRunningHeads(document, pages, runningHeads.value.rows), runningHeads.diagnostics);
}

async function settlePages(request: PdfRequest): Promise<Outcome<Settled>> {
  let composed = request.compose(request.guess && { positions: request.guess });
  let first: PagePositions | undefined;
  for (let prints = 1; composed.ok; prints += 1) {
    const page = composed.value;
    const printed = await printPage(request.browser, page.content);
    if (!printed.ok) return printed;
    const document = await PDFDocument.load(printed.value, { updateMetadata: false });
    const positions = readPositions(document);
    first ??= positions;
    // Where the guess was right, the document would be the same, and is long.
    const isRight = prints === 1 && request.guess !== undefined && agree(request.guess, positions);
    if (!isRight) composed = request.compose({ positions, first, ...notesOf(page) });
    if (!composed.ok) return composed;
    const isSettled = composed.value.content === page.content;
    if (!isSettled && prints < page.mostPrints) continue;
    return succeed({ page, document, positions, first }, [
      ...composed.diagnostics,
      ...(isSettled ? [] : [unsettled(prints)]),
    ]);
  }
  return composed;
}

/** What the last print says of its pages was true of the one before it. */
function unsettled(prints: number): Diagnostic {
  return diagnostic(
    "pageNumbersSettle",
    `The page numbers have not come to rest in ${prints} prints, so some may be wrong by a page.`,
    "Where a reference or an entry stands at the very end of a page, put a word more or less before it.",
  );
}

/** Whether everything stands on the page that was guessed. */
function agree(guess: PagePositions, positions: PagePositions): boolean {
  return guess.size === positions.size && Array.from(guess).every(([id, { page }]) => positions.get(id)?.page === page);
}

/** Faces make a style sheet far longer than the text; repairs read the text, and what identifies the file is left. */
function withoutStyle(html: string): string {
  return html.replace(
    /<style>[^]*?<\/style>/,
    (style) => `<style>/*${createHash("sha256").update(style).digest("hex")}*/</style>`,
  );
}

async function printPage(browser: Browser, html: string): Promise<Outcome<Uint8Array>> {
  try {
    return succeed(await browser.print(html));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail(
      diagnostic(
        "browserPrints",
        `The PDF could not be printed: ${message}`,
        "Try again; `offprint doctor` says which browser it was.",
      ),
    );
  }
}
