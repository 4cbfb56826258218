import type { Outcome } from "./outcome.ts";
import type { Browser } from "./browser.ts";

/** What a checker of e-books that is not ours has against one. */
export interface CheckerFinding {
  /** The checker's own name of its rule: `RSC-005`, `image-alt`. */
  readonly id: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  /** Where to read more. */
  readonly help?: string;
  /** The file in the archive. */
  readonly path?: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly column?: number;
  /** The element as the steps of an EPUB CFI from the document's root element: `/4/2[intro]/6`. */
  readonly steps?: string;
}

/** Checkers that are no part of Offprint: taken from where it, or the user's own project, has them installed. */
export interface Checkers {
  /** The EPUBCheck of the W3C, which needs Java. */
  readonly epubcheck: (book: Uint8Array) => Promise<Outcome<readonly CheckerFinding[]>>;
  /** Ace by DAISY. */
  readonly ace: (book: Uint8Array, browser: Browser) => Promise<Outcome<readonly CheckerFinding[]>>;
}
