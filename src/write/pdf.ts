import { PDFDocument } from "@cantoo/pdf-lib";
import { note } from "../diagnostics/note.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { Finish } from "../model/finish.ts";
import type { Page } from "../model/page.ts";
import type { Publication } from "../model/publication.ts";
import type { Browser } from "../model/world.ts";
import { toGrey } from "./pdf/greyscale/to-grey.ts";
import { impose } from "./pdf/impose/impose.ts";
import { readPageMap } from "./pdf/page-map.ts";
import { dropUnused } from "./pdf/repairs/drop-unused.ts";
import { repairs } from "./pdf/repairs.ts";

/** On which page, counted from 1, each id stands. */
type PageMap = ReadonlyMap<string, number>;

export interface PdfRequest {
  readonly publication: Publication;
  /** The document to print; with the page maps of the last print and of the first, it says on which page each id stands. */
  readonly compose: (pages?: PageMap, first?: PageMap) => Outcome<Page>;
  readonly browser: Browser;
  readonly toolVersion: string;
  readonly finish?: Finish;
}

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly pageMap: PageMap;
}

/**
 * Figures that move and page numbers in the contents list can move what is counted; a fourth print settles it in all but
 * contrived texts.
 */
const mostPrints = 4;

/** Print until the page numbers in the document are those of its pages, and repair the last print. */
export async function writePdf(request: PdfRequest): Promise<Outcome<Pdf>> {
  let composed = request.compose();
  let first: PageMap | undefined;
  for (let prints = 1; composed.ok; prints += 1) {
    const html = composed.value.content;
    const printed = await printPage(request.browser, html);
    if (!printed.ok) return printed;
    const document = await PDFDocument.load(printed.value, { updateMetadata: false });
    const pageMap = readPageMap(document);
    first ??= pageMap;
    composed = request.compose(pageMap, first);
    if (!composed.ok) return composed;
    if (composed.value.content !== html && prints < mostPrints) continue;
    const job = { document, html, ...request };
    // Before the repairs, the last of which drops what was replaced.
    if (request.finish?.isGrey) await toGrey(document);
    for (const { apply } of repairs) apply(job);
    if (request.finish?.imposition) {
      impose(document, request.finish.imposition);
      dropUnused(job);
    }
    const bytes = await document.save({ useObjectStreams: true, updateFieldAppearances: false });
    return succeed({ bytes, pages: document.getPageCount(), pageMap }, composed.notes);
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
