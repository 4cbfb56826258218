import { ParseSpeeds, PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Finish } from "../../model/finish.ts";
import type { RunningRow } from "../../model/page.ts";
import type { PageMap } from "../../model/page-map.ts";
import type { ContentsEntry } from "../../model/publication.ts";
import { runTransforms } from "../../model/transform.ts";
import { toGrey } from "./greyscale/to-grey.ts";
import { impose } from "./impose/impose.ts";
import { trimPages } from "./impose/trim-pages.ts";
import { type MappedBlocks, readPageMap } from "./paginate/read-page-map.ts";
import { destinationName } from "./read/link-target.ts";
import { readPages } from "./read/pages.ts";
import { dropUnused } from "./repair/drop-unused.ts";
import { markHyphens } from "./repair/mark-hyphens.ts";
import { findOrigins } from "./repair/origins.ts";
import type { Job } from "./repair/repair.ts";
import { repairsFor } from "./repair/repairs.ts";
import { stampRunningHeads } from "./repair/stamp-running-heads.ts";
import { savePdf } from "./save.ts";

/**
 * The last print of a document and everything that finishing it depends on: plain data, so that another process can do
 * it.
 */
export interface Printed extends Omit<Job, "document" | "pages" | "root" | "origins"> {
  readonly print: Uint8Array;
  readonly runningHeads: { readonly print: Uint8Array; readonly rows: readonly RunningRow[] };
  readonly finish?: Finish | undefined;
  /** Set if the page map is requested. */
  readonly mapped?: MappedBlocks | undefined;
}

export interface FinishedPrint {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Its bookmarks. */
  readonly outline: readonly ContentsEntry[];
  /** `undefined` if only another print can tell. */
  readonly pageMap?: PageMap | undefined;
}

export type OnMapped = (pageMap: PageMap) => void | Promise<void>;

/**
 * Repairs a print, adds running heads, and converts and imposes it as its edition requires. `parsed` is its document, if
 * that has been parsed before. `onMapped` gets the page map as soon as it is read.
 */
export async function finishPrint(print: Printed, parsed?: Root, onMapped?: OnMapped): Promise<FinishedPrint> {
  const { finish, html, mapped, runningHeads } = print;
  const document = await openPrint(print.print);
  const outline = withPagesThere(document, print.outline);
  const drawn = stampRunningHeads(document, await openPrint(runningHeads.print), runningHeads.rows);
  // Must run before pages are read: changes are positioned in the content as it is then.
  if (finish?.isGrey) await toGrey(document);
  markHyphens(document);
  const pages = readPages(document);
  for (const [number, text] of drawn) pages.get(number)?.changes.push({ start: 0, end: 0, text });
  const root = parsed ?? fromHtml(html);
  const origins = findOrigins(document, pages, root);
  const pageMap = mapped && readPageMap(document, pages, origins, mapped);
  if (pageMap) await onMapped?.(pageMap);
  const job = { ...print, document, pages, root, origins, outline };
  runTransforms(repairsFor(print.standard), job);
  if (finish?.imposition) {
    impose(document, finish.imposition);
    dropUnused(job);
  }
  if (finish?.trim) trimPages(document, finish.trim);
  return { bytes: savePdf(document), pages: document.getPageCount(), outline, pageMap };
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

function openPrint(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}
