import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { type Outcome, succeed } from "../../../model/outcome.ts";
import type { PrintPage } from "../../../model/page.ts";
import type { Measured, PagePositions } from "../../../model/page-map.ts";
import { paginateLong } from "./paginate-long.ts";
import { isUnmoved, type Paginated, type Pagination, type PrintedHeads } from "./pagination.ts";
import { printHeads } from "./print-heads.ts";
import { printPage } from "./print-page.ts";
import type { PrintedPages } from "./read-positions.ts";
import { largest } from "../../../model/extremes.ts";

/** Documents with more blocks are measured before they are printed with tags, which takes almost twice as long. */
const fewBlocks = 150;

/**
 * Prints a document until its page numbers converge. Each pass prints it and measures the positions of its ids; it has
 * converged when composing with these gives the same document. Only the last pass needs tags, so earlier ones have them
 * only if they are likely to be the last; then the running heads are printed in parallel from what is known.
 */
export async function paginate(request: Pagination): Promise<Outcome<Paginated>> {
  let composed = request.compose(request.guess && { positions: request.guess });
  if (composed.ok && !isShort(composed.value) && !composed.value.notes && !request.guess) {
    const paginated = await paginateLong(request, composed.value);
    if (paginated) return paginated;
  }
  let known: PrintedPages | undefined = request.guess && guessed(request.guess);
  let first: PagePositions | undefined;
  let early: PrintedHeads | undefined;
  for (let pass = 1; composed.ok; pass += 1) {
    const page = composed.value;
    const isLast = isLikelyLast(page, pass, request);
    const printing = printPage(request.browser, page.content, isLast ? "publish" : "measure");
    const beside = isLast && known && !page.notes ? printHeadsBeside(printing, request, known, page, early) : undefined;
    const print = await printing;
    if (!print.ok) {
      await beside;
      return print;
    }
    // Loaded here, because the library for PDF is large: it is read while the browser prints.
    const { readPrintedPages } = await import("./read-positions.ts");
    const printed = await readPrintedPages(print.value);
    const printedEarly = await beside;
    if (printedEarly?.ok) early = printedEarly.value;
    // Converged: composing again gives the same document.
    const isSame =
      known &&
      (first ? !page.notes && isUnmoved(printed, known, "same place") : isUnmoved(printed, known, "same page"));
    first ??= printed.positions;
    if (!isSame)
      composed = request.compose({ positions: printed.positions, turned: printed.turned, first, ...notesOf(page) });
    if (!composed.ok) return composed;
    known = printed;
    const hasConverged = composed.value.content === page.content;
    if (!hasConverged && pass < page.mostPrints) continue;
    const published = isLast ? print : await printPage(request.browser, page.content, "publish");
    if (!published.ok) return published;
    const runningHeads = await printHeads(request, printed, page, early);
    if (!runningHeads.ok) return runningHeads;
    return succeed({ page, print: published.value, printed, first, runningHeads: runningHeads.value }, [
      ...composed.diagnostics,
      ...(hasConverged ? [] : [unconverged(pass)]),
    ]);
  }
  return composed;
}

/**
 * Reports whether a pass is likely the last. Footnotes on pages take several passes; everything else is usually right
 * in the second.
 */
function isLikelyLast(page: PrintPage, pass: number, { guess }: Pagination): boolean {
  return isShort(page) || guess !== undefined || (pass > 1 && page.notes === undefined);
}

function isShort({ blocks }: PrintPage): boolean {
  return blocks.size < fewBlocks;
}

/**
 * Prints the running heads beside the document. Those of a short document follow it in the same tab: to open another one
 * takes longer than to print them.
 */
async function printHeadsBeside(
  printing: Promise<unknown>,
  ...[request, printed, page, early]: Parameters<typeof printHeads>
): Promise<Outcome<PrintedHeads>> {
  if (isShort(page)) await printing;
  return printHeads(request, printed, page, early);
}

export function notesOf({ notes }: PrintPage): Pick<Measured, "notes"> {
  return notes ? { notes } : {};
}

function guessed(positions: PagePositions): PrintedPages {
  const count = largest(
    Array.from(positions.values(), ({ page }) => page),
    1,
  );
  return { count, positions, turned: new Set() };
}

/** What the last print shows was true of the print before it. */
function unconverged(passes: number): Diagnostic {
  return diagnostic(
    "pageNumbersConverge",
    `Page numbers did not converge after ${passes} layout passes, so some may be wrong by a page.`,
    "Where a reference is at the very end of a page, add or remove a word before it.",
  );
}
