import { type Outcome, succeed } from "../../../model/outcome.ts";
import type { PageMap } from "../../../model/page-map.ts";
import { blocksAtPageEnds, firstMeasuredWord, mapPages } from "./page-map.ts";
import { notesOf } from "./paginate.ts";
import type { Paginated, Pagination } from "./pagination.ts";
import { printPage } from "./print-page.ts";

/**
 * Measures what each page begins with, to the word: prints the document once more with the words at page ends marked.
 */
export async function measurePageMap(
  { compose, browser }: Pagination,
  { page, printed, first }: Paginated,
): Promise<Outcome<PageMap>> {
  const { count, positions, turned } = printed;
  const words = blocksAtPageEnds(page.blocks, positions);
  const composed = compose({ positions, turned, first, words, ...notesOf(page) });
  if (!composed.ok) return composed;
  const print = await printPage(browser, composed.value.content, "measure");
  if (!print.ok) return print;
  const { readPrintedPages } = await import("./read-positions.ts");
  const measured = await readPrintedPages(print.value);
  return succeed(
    mapPages(count, page.blocks, positions, (number, block) => firstMeasuredWord(measured.positions, number, block)),
  );
}
