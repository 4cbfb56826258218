import { createHash } from "node:crypto";
import type { EditionName } from "../../model/edition.ts";
import type { FieldFont } from "../../model/form-field.ts";
import type { Finish } from "../../model/finish.ts";
import { type Outcome, succeed } from "../../model/outcome.ts";
import { outlineOf } from "../../model/outline.ts";
import type { PageMap, PagePositions } from "../../model/page-map.ts";
import type { PdfStandard } from "../../model/pdf-standard.ts";
import type { ContentsEntry, Publication } from "../../model/publication.ts";
import { describesImages } from "../../model/undescribed.ts";
import type { FinishedPrint, Printed } from "./finish-print.ts";
import { measurePageMap } from "./paginate/measure-page-map.ts";
import { blocksAtPageEnds } from "./paginate/page-map.ts";
import { paginate } from "./paginate/paginate.ts";
import type { Paginated, Pagination } from "./paginate/pagination.ts";

export interface PdfRequest extends Pagination {
  readonly publication: Publication;
  readonly edition: EditionName;
  /** The font for typed field values, if there are fields. */
  readonly fieldFont?: FieldFont | undefined;
  readonly toolVersion: string;
  readonly finish?: Finish;
  /** Whether to compute what each page begins with, which may cost one more print. */
  readonly mapsPages?: boolean;
  readonly standard: PdfStandard;
  /** Finishes the print; by default in this process. */
  readonly finishing?: (printed: Printed) => Promise<FinishedPrint>;
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

/** Prints the document until its page numbers are right, and finishes the last print. */
export async function writePdf(request: PdfRequest): Promise<Outcome<Pdf>> {
  const paginated = await paginate(request);
  if (!paginated.ok) return paginated;
  const finishing = request.finishing ?? (await import("./finish-print.ts")).finishPrint;
  const { publication } = paginated.value.page;
  const { pageMap: read, ...finished } = await finishing(toFinish(request, paginated.value));
  const asked = request.mapsPages ?? false;
  const pageMap = asked && !read ? await measurePageMap(request, paginated.value) : succeed(read);
  if (!pageMap.ok) return pageMap;
  const { positions } = paginated.value.printed;
  return succeed(
    { ...finished, positions, publication, ...(pageMap.value && { pageMap: pageMap.value }) },
    paginated.diagnostics,
  );
}

function toFinish(request: PdfRequest, { page, print, printed, runningHeads }: Paginated): Printed {
  const { edition, fieldFont, toolVersion, standard, finish } = request;
  const { blocks, corners, fields = [], outline, publication } = page;
  const { slug, metadata, modified, dated } = publication;
  const { count, positions } = printed;
  const words = () => page.wordsIn(blocksAtPageEnds(blocks, positions));
  return {
    print,
    runningHeads: { print: runningHeads.print, rows: runningHeads.page.rows },
    html: withoutStyle(page.content),
    corners,
    fields,
    outline,
    publication: { slug, metadata, modified, dated },
    describesImages: describesImages(publication),
    sections: outlineOf(publication).flatMap(allIds),
    edition,
    fieldFont,
    toolVersion,
    standard,
    finish,
    mapped: request.mapsPages ? { blocks, words: words(), count, positions } : undefined,
  };
}

function allIds(entry: ContentsEntry): string[] {
  return [entry.id, ...entry.children.flatMap(allIds)];
}

/**
 * Replaces the style sheet, whose fonts make it far longer than the text, by its digest: repairs read only the text, and
 * the digest still identifies the file.
 */
export function withoutStyle(html: string): string {
  return html.replace(
    /<style>[^]*?<\/style>/,
    (style) => `<style>/*${createHash("sha256").update(style).digest("hex")}*/</style>`,
  );
}
