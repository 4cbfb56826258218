import { createHash } from "node:crypto";
import { PDFDocument } from "@cantoo/pdf-lib";
import { note } from "../diagnostics/note.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { FieldFont } from "../model/form-field.ts";
import type { Page } from "../model/page.ts";
import type { Publication } from "../model/publication.ts";
import type { Browser } from "../model/world.ts";
import { readPageMap } from "./pdf/page-map.ts";
import { repairs } from "./pdf/repairs.ts";

export interface PdfRequest {
  readonly publication: Publication;
  /** The document to print; with `pages`, from an earlier print, it says on which page each id stands. */
  readonly compose: (pages?: ReadonlyMap<string, number>) => Outcome<Page>;
  /** A page map to begin with; where it is right, one print is enough. */
  readonly guess?: ReadonlyMap<string, number> | undefined;
  /** For what is typed into fields, if there are any. */
  readonly fieldFont?: FieldFont | undefined;
  readonly browser: Browser;
  readonly toolVersion: string;
}

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** On which page, counted from 1, each id stands. */
  readonly pageMap: ReadonlyMap<string, number>;
}

/** Page numbers in the contents list can move what they count; a third print settles it in all but contrived texts. */
const mostPrints = 3;

/** Print until the page numbers in the document are those of its pages, and repair the last print. */
export async function writePdf(request: PdfRequest): Promise<Outcome<Pdf>> {
  let composed = request.compose(request.guess);
  for (let prints = 1; composed.ok; prints += 1) {
    const html = composed.value.content;
    const printed = await printPage(request.browser, html);
    if (!printed.ok) return printed;
    const document = await PDFDocument.load(printed.value, { updateMetadata: false });
    const pageMap = readPageMap(document);
    const { fields = [] } = composed.value;
    // Where the guess was right, the document would be the same, and is long.
    const isRight = prints === 1 && request.guess && isSame(request.guess, pageMap);
    if (!isRight) composed = request.compose(pageMap);
    if (!composed.ok) return composed;
    if (composed.value.content !== html && prints < mostPrints) continue;
    const bare = withoutStyle(html);
    for (const { apply } of repairs) apply({ document, html: bare, fields, ...request });
    const bytes = await document.save({ useObjectStreams: true, updateFieldAppearances: false });
    return succeed({ bytes, pages: document.getPageCount(), pageMap }, composed.notes);
  }
  return composed;
}

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && Array.from(one).every(([id, page]) => other.get(id) === page);
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
      note(
        "browserPrints",
        `The PDF could not be printed: ${message}`,
        "Try again; `offprint doctor` says which browser it was.",
      ),
    );
  }
}
