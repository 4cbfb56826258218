import type { Browser } from "../../../model/browser.ts";
import type { Outcome } from "../../../model/outcome.ts";
import type { PrintPage, RunningHeadsPage } from "../../../model/page.ts";
import type { Measured, PagePositions } from "../../../model/page-map.ts";
import type { PrintedPages } from "./read-positions.ts";

/** A document to paginate. */
export interface Pagination {
  /** Composes the document; measurements from earlier prints tell the page of each id. */
  readonly compose: (measured?: Measured) => Outcome<PrintPage>;
  /** Composes the running heads for a print. */
  readonly composeRunningHeads: (printed: {
    readonly pages: number;
    readonly positions: PagePositions;
    readonly turned: ReadonlySet<number>;
    readonly pageMarks?: ReadonlyMap<string, number> | undefined;
    readonly longTables?: PrintPage["longTables"];
  }) => Outcome<RunningHeadsPage>;
  /** The expected position of each id; if it is right, one print is enough. */
  readonly guess?: PagePositions | undefined;
  readonly browser: Pick<Browser, "print">;
  /** Called with a long document before it is printed with tags, most often for the last time. */
  readonly onPublish?: (page: PrintPage) => void;
}

/** A document printed until its page numbers were right. */
export interface Paginated {
  readonly page: PrintPage;
  /** The print with tags. */
  readonly print: Uint8Array;
  readonly printed: PrintedPages;
  /** The position of each id in the first print. */
  readonly first: PagePositions;
  readonly runningHeads: PrintedHeads;
}

export interface PrintedHeads {
  readonly page: RunningHeadsPage;
  readonly print: Uint8Array;
}

/** Reports whether every id is where it was assumed to be. */
export function isUnmoved(printed: PrintedPages, known: PrintedPages, where: "same page" | "same place"): boolean {
  if (known.positions.size !== printed.positions.size) return false;
  return Array.from(known.positions).every(([id, { page, top }]) => {
    const now = printed.positions.get(id);
    return now?.page === page && (where === "same page" || now.top === top);
  });
}
