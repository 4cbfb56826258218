import { createHash } from "node:crypto";
import { ParseSpeeds, PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { fromHtml } from "hast-util-from-html";
import type { EditionName } from "../../model/edition.ts";
import type { FieldFont } from "../../model/form-field.ts";
import type { Finish } from "../../model/finish.ts";
import { type Outcome, succeed } from "../../model/outcome.ts";
import type { PageMap, PagePositions } from "../../model/page-map.ts";
import type { PdfStandard } from "../../model/pdf-standard.ts";
import type { ContentsEntry, Publication } from "../../model/publication.ts";
import { runTransforms } from "../../model/transform.ts";
import { toGrey } from "./greyscale/to-grey.ts";
import { impose } from "./impose/impose.ts";
import { trimPages } from "./impose/trim-pages.ts";
import { measurePageMap } from "./paginate/measure-page-map.ts";
import { paginate, type Paginated, type Pagination } from "./paginate/paginate.ts";
import { readPageMap } from "./paginate/read-page-map.ts";
import { destinationName } from "./read/link-target.ts";
import { type Pages, readPages } from "./read/pages.ts";
import { dropUnused } from "./repair/drop-unused.ts";
import { markHyphens } from "./repair/mark-hyphens.ts";
import { findOrigins, type Origins } from "./repair/origins.ts";
import { repairsFor } from "./repair/repairs.ts";
import { stampRunningHeads } from "./repair/stamp-running-heads.ts";
import { savePdf } from "./save.ts";

export interface PdfRequest extends Pagination {
  readonly publication: Publication;
  readonly edition: EditionName;
  /** The font for typed field values, if there are fields. */
  readonly fieldFont?: FieldFont | undefined;
  readonly toolVersion: string;
  readonly finish?: Finish;
  /** Whether to compute what each page begins with, which costs one more print. */
  readonly mapsPages?: boolean;
  readonly standard: PdfStandard;
}

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** The position of each id. */
  readonly positions: PagePositions;
  /** Only if it was requested. */
  readonly pageMap?: PageMap;
  /** The publication as printed. */
  readonly publication: Publication;
  /** Its bookmarks. */
  readonly outline: readonly ContentsEntry[];
}

/** Prints the document until its page numbers are right, and repairs the last print. */
export async function writePdf(request: PdfRequest): Promise<Outcome<Pdf>> {
  const paginated = await paginate(request);
  if (!paginated.ok) return paginated;
  const { page, print, printed, runningHeads } = paginated.value;
  const { publication, corners, fields = [] } = page;
  const document = await openPrint(print);
  const outline = withPagesThere(document, page.outline);
  const drawn = stampRunningHeads(document, await openPrint(runningHeads.print), runningHeads.page.rows);
  // Must run before pages are read: changes are positioned in the content as it is then.
  if (request.finish?.isGrey) await toGrey(document);
  markHyphens(document);
  const pages = readPages(document);
  for (const [one, text] of drawn) pages.get(one)?.changes.push({ start: 0, end: 0, text });
  const html = withoutStyle(page.content);
  const root = fromHtml(html);
  const origins = findOrigins(document, pages, root);
  const pageMap = request.mapsPages ? await findPageMap(request, paginated.value, document, pages, origins) : undefined;
  if (pageMap && !pageMap.ok) return pageMap;
  const job = { document, pages, html, root, corners, fields, origins, ...request, publication, outline };
  runTransforms(repairsFor(request.standard), job);
  if (request.finish?.imposition) {
    impose(document, request.finish.imposition);
    dropUnused(job);
  }
  if (request.finish?.trim) trimPages(document, request.finish.trim);
  const bytes = savePdf(document);
  const { positions } = printed;
  return succeed(
    {
      bytes,
      pages: document.getPageCount(),
      positions,
      publication,
      outline,
      ...(pageMap && { pageMap: pageMap.value }),
    },
    paginated.diagnostics,
  );
}

/**
 * Removes bookmarks of counted pages without a destination, which the browser omits where a table is set as a list; the
 * mark in the margin remains. Bookmarks of headings stay and are checked.
 */
function withPagesThere(document: PDFDocument, outline: readonly ContentsEntry[]): readonly ContentsEntry[] {
  const last = outline.at(-1);
  if (!last?.children.some(({ id }) => id.startsWith("offprint.page-"))) return outline;
  const named = document.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  const children = last.children.filter(({ id }) => named?.has(destinationName(id)) ?? false);
  return [...outline.slice(0, -1), { ...last, children }];
}

/** Reads the page map from the pages, or otherwise measures it with another print. */
async function findPageMap(
  request: PdfRequest,
  paginated: Paginated,
  ...printed: readonly [PDFDocument, Pages, Origins]
): Promise<Outcome<PageMap>> {
  const read = readPageMap(...printed, paginated.page, paginated.printed);
  return read ? succeed(read) : measurePageMap(request, paginated);
}

function openPrint(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}

/**
 * Replaces the style sheet, whose fonts make it far longer than the text, by its digest: repairs read only the text, and
 * the digest still identifies the file.
 */
function withoutStyle(html: string): string {
  return html.replace(
    /<style>[^]*?<\/style>/,
    (style) => `<style>/*${createHash("sha256").update(style).digest("hex")}*/</style>`,
  );
}
