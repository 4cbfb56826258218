import type { Outcome } from "./outcome.ts";
import type { Browser } from "./browser.ts";

/** A finding of an external e-book checker. */
export interface CheckerFinding {
  /** The checker's own rule id: `RSC-005`, `image-alt`. */
  readonly id: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  /** Address of more information. */
  readonly help?: string;
  /** Path of the file in the archive. */
  readonly path?: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly column?: number;
  /** The element as EPUB CFI steps from the document's root element: `/4/2[intro]/6`. */
  readonly steps?: string;
}

/** External checkers, loaded from where Offprint or the user's project has them installed. */
export interface Checkers {
  /** The W3C's EPUBCheck; it needs Java. */
  readonly epubcheck: (book: Uint8Array) => Promise<Outcome<readonly CheckerFinding[]>>;
  /** Ace by DAISY. */
  readonly ace: (book: Uint8Array, browser: Browser) => Promise<Outcome<readonly CheckerFinding[]>>;
}
