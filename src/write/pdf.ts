import { PDFDocument } from "@cantoo/pdf-lib";
import { note } from "../diagnostics/note.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { PrintPage } from "../model/page.ts";
import type { Measured, PageMap, Position, Positions } from "../model/page-map.ts";
import type { Publication } from "../model/publication.ts";
import type { Browser } from "../model/world.ts";
import { blocksAtPageEnds, mapPages, readPositions } from "./pdf/page-map.ts";
import { repairs } from "./pdf/repairs.ts";

export interface PdfRequest {
  readonly publication: Publication;
  /** The document to print; with what an earlier print has told, it knows on which page each id stands. */
  readonly compose: (measured?: Measured) => Outcome<PrintPage>;
  readonly browser: Browser;
  readonly toolVersion: string;
  /** Whether it is to be known with what each page begins, which costs one more print. */
  readonly mapsPages?: boolean;
}

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Where each id stands. */
  readonly positions: Positions;
  /** Where it was asked for. */
  readonly pageMap?: PageMap;
  /** What was printed. */
  readonly publication: Publication;
}

/** A document that has been printed until its page numbers were right. */
interface Settled {
  readonly page: PrintPage;
  readonly document: PDFDocument;
  readonly positions: ReadonlyMap<string, Position>;
}

/** Print until the page numbers in the document are those of its pages, and repair the last print. */
export async function writePdf(request: PdfRequest): Promise<Outcome<Pdf>> {
  const settled = await settlePages(request);
  if (!settled.ok) return settled;
  const { document, page, positions } = settled.value;
  const { publication } = page;
  const pageMap = request.mapsPages ? await measurePages(request, settled.value) : undefined;
  if (pageMap && !pageMap.ok) return pageMap;
  for (const { apply } of repairs) apply({ ...request, document, html: page.content, publication });
  const bytes = await document.save({ useObjectStreams: true, updateFieldAppearances: false });
  return succeed(
    { bytes, pages: document.getPageCount(), positions, publication, ...(pageMap && { pageMap: pageMap.value }) },
    settled.notes,
  );
}

/** With what each page begins, exact to the word: the document is printed once more with the words at page ends marked. */
async function measurePages(request: PdfRequest, { page, document, positions }: Settled): Promise<Outcome<PageMap>> {
  const words = blocksAtPageEnds(page.blocks, positions);
  const composed = request.compose({ positions, words, ...notesOf(page) });
  if (!composed.ok) return composed;
  const printed = await printPage(request.browser, composed.value.content);
  if (!printed.ok) return printed;
  const measured = readPositions(await PDFDocument.load(printed.value, { updateMetadata: false }));
  return succeed(mapPages(document.getPageCount(), page.blocks, positions, measured));
}

function notesOf({ notes }: PrintPage): Pick<Measured, "notes"> {
  return notes ? { notes } : {};
}

async function settlePages(request: PdfRequest): Promise<Outcome<Settled>> {
  let composed = request.compose();
  for (let prints = 1; composed.ok; prints += 1) {
    const page = composed.value;
    const printed = await printPage(request.browser, page.content);
    if (!printed.ok) return printed;
    const document = await PDFDocument.load(printed.value, { updateMetadata: false });
    const positions = readPositions(document);
    composed = request.compose({ positions, ...notesOf(page) });
    if (!composed.ok) return composed;
    if (composed.value.content !== page.content && prints < page.mostPrints) continue;
    return succeed({ page, document, positions }, composed.notes);
  }
  return composed;
}

async function printPage(browser: Browser, html: string): Promise<Outcome<Uint8Array>> {
  try {
    return succeed(await browser.print(html));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail(
      note(
        "browserPrints",
        `The PDF could not be printed: ${message}`,
        "Try again; `offprint doctor` says which browser it was.",
      ),
    );
  }
}
