import type { Browser } from "../../../model/browser.ts";
import { type Outcome, succeed } from "../../../model/outcome.ts";
import type { PagePosition } from "../../../model/page-map.ts";
import { printPage } from "./print-page.ts";
import type { PrintedPages } from "./read-positions.ts";

/** Prints the parts of a document, two at a time. Returns what their pages tell together. */
export async function measureParts(
  browser: Pick<Browser, "print">,
  parts: readonly string[],
): Promise<Outcome<PrintedPages>> {
  const measured: PrintedPages[] = [];
  const open = parts.entries();
  const measureNext = async (): Promise<Outcome<unknown>> => {
    for (const [index, part] of open) {
      const print = await printPage(browser, part, "measure");
      if (!print.ok) return print;
      const { readPrintedPages } = await import("./read-positions.ts");
      measured[index] = await readPrintedPages(print.value);
    }
    return succeed(undefined);
  };
  const [one, other] = await Promise.all([measureNext(), measureNext()]);
  if (!one.ok) return one;
  return other.ok ? succeed(join(measured)) : other;
}

/** Joins what parts tell, whose pages follow each other. Only a whole document has landscape pages. */
function join(parts: readonly PrintedPages[]): PrintedPages {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const positions = new Map<string, PagePosition>();
  let count = 0;
  for (const part of parts) {
    for (const [id, position] of part.positions) positions.set(id, { ...position, page: position.page + count });
    count += part.count;
  }
  return { count, positions, turned: new Set() };
}
