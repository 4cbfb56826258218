import { type Outcome, succeed } from "../../../model/outcome.ts";
import type { PrintPage } from "../../../model/page.ts";
import type { Pagination, PrintedHeads } from "./pagination.ts";
import { printPage } from "./print-page.ts";
import type { PrintedPages } from "./read-positions.ts";

/** Prints the running heads, unless they equal those printed before. */
export async function printHeads(
  { composeRunningHeads, browser }: Pagination,
  { count, positions, turned }: PrintedPages,
  { pageMarks, longTables }: PrintPage,
  early?: PrintedHeads,
): Promise<Outcome<PrintedHeads>> {
  const composed = composeRunningHeads({ pages: count, positions, turned, pageMarks, longTables });
  if (!composed.ok) return composed;
  const page = composed.value;
  if (early?.page.content === page.content) return succeed({ page, print: early.print }, composed.diagnostics);
  const print = await printPage(browser, page.content, "measure");
  return print.ok ? succeed({ page, print: print.value }, composed.diagnostics) : print;
}
