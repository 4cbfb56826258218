import type { RuleName } from "../../../../diagnostics/rules.ts";
import type { OpenBook, OpenElement } from "../open-book.ts";

/** One thing that a retailer asks of a book, and how to find where it is not so. */
export interface RetailerCheck {
  readonly rule: RuleName;
  /** The retailer's published guidelines, and the section of them. */
  readonly source: string;
  readonly hint: string;
  readonly find: (book: OpenBook) => readonly RetailerFinding[] | Promise<readonly RetailerFinding[]>;
}

export interface RetailerFinding {
  readonly message: string;
  /** In the archive. */
  readonly path: string;
  /** The element that it is about, as it stands there. */
  readonly element?: OpenElement["element"];
}
