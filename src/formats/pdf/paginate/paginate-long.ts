import { largest } from "../../../model/extremes.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { type Outcome, succeed } from "../../../model/outcome.ts";
import type { PrintPage } from "../../../model/page.ts";
import { isMeasure, type PagePositions } from "../../../model/page-map.ts";
import { hideMeasures } from "./hide-measures.ts";
import { measureParts } from "./measure-parts.ts";
import { idsWithinPages } from "./page-map.ts";
import type { Paginated, Pagination } from "./pagination.ts";
import { printHeads } from "./print-heads.ts";
import { printPage } from "./print-page.ts";
import type { PrintedPages } from "./read-positions.ts";

/**
 * Prints a long document: each pass measures it, in parts where it has them, and prints it with the page numbers
 * measured, and only the destinations that show whether they are right. Returns `undefined` if they never are.
 */
export async function paginateLong(request: Pagination, start: PrintPage): Promise<Outcome<Paginated> | undefined> {
  let page = start;
  let first: PagePositions | undefined;
  for (let pass = 1; pass <= start.mostPrints; pass += 1) {
    // Parts whose pages were not those of the whole are not measured again.
    const parts = pass === 1 ? page.parts?.() : undefined;
    const measured = await measureParts(request.browser, parts ?? [page.content]);
    if (!measured.ok) return measured;
    const { positions, turned } = measured.value;
    first ??= positions;
    const composed = request.compose({ positions, turned, first });
    if (!composed.ok) return composed;
    page = composed.value;
    const published = await publish(request, page, measured.value, first, composed.diagnostics);
    if (published) return published;
  }
  return undefined;
}

/** Prints a document with tags. Returns `undefined` if something is not on the page on which it was measured. */
async function publish(
  request: Pagination,
  page: PrintPage,
  measured: PrintedPages,
  first: PagePositions,
  diagnostics: readonly Diagnostic[],
): Promise<Outcome<Paginated> | undefined> {
  const within = new Set([...idsWithinPages(page.blocks, measured.positions)].filter(isMeasure));
  const content = hideMeasures(page.content, within);
  request.onPublish?.(page);
  const [print, early] = await Promise.all([
    printPage(request.browser, content ?? page.content, "publish"),
    printHeads(request, measured, page),
  ]);
  if (!print.ok) return print;
  const { readPrintedPages } = await import("./read-positions.ts");
  const shown = await readPrintedPages(print.value);
  if (!agree(shown, measured, content === undefined ? new Set() : within)) return undefined;
  const printed = { ...shown, positions: new Map([...measured.positions, ...shown.positions]) };
  const { positions, turned } = printed;
  const again = isSettled(printed, measured) ? undefined : request.compose({ positions, turned, first });
  if (again && !again.ok) return again;
  if (again && again.value.content !== page.content) return undefined;
  const runningHeads = await printHeads(request, printed, page, early.ok ? early.value : undefined);
  if (!runningHeads.ok) return runningHeads;
  return succeed({ page, print: print.value, printed, first, runningHeads: runningHeads.value }, diagnostics);
}

/** In points: a pixel, to which the browser rounds positions, by where they are in the document; and two lines. */
const [pixel, twoLines] = [0.76, 36];

/**
 * Reports whether every id is where it was measured, to the pixel. At the end of a page, where a pixel may decide on which
 * page something counts, it must be exactly there.
 */
function isSettled(printed: PrintedPages, measured: PrintedPages): boolean {
  const end = largest(
    Array.from(measured.positions.values(), ({ top }) => top),
    0,
  );
  return Array.from(measured.positions).every(([id, { page, top }]) => {
    const now = printed.positions.get(id);
    const moved = Math.abs((now?.top ?? Infinity) - top);
    return now?.page === page && (moved === 0 || (moved < pixel && top < end - twoLines));
  });
}

/** Reports whether all ids but those without a destination are on the pages on which they were measured. */
function agree(printed: PrintedPages, measured: PrintedPages, without: ReadonlySet<string>): boolean {
  const { positions } = measured;
  return (
    printed.count === measured.count &&
    printed.positions.size === positions.size - without.size &&
    Array.from(printed.positions).every(([id, { page }]) => positions.get(id)?.page === page)
  );
}
