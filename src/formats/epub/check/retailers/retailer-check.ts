import type { RuleName } from "../../../../diagnostics/rules.ts";
import type { OpenBook, OpenElement } from "../open-book.ts";

/** A retailer's requirement on books, and how to find violations. */
export interface RetailerCheck {
  readonly rule: RuleName;
  /** The retailer's published guidelines, with the section. */
  readonly source: string;
  readonly hint: string;
  readonly find: (book: OpenBook) => readonly RetailerFinding[] | Promise<readonly RetailerFinding[]>;
}

export interface RetailerFinding {
  readonly message: string;
  /** The path in the archive. */
  readonly path: string;
  /** The element concerned, as parsed. */
  readonly element?: OpenElement["element"];
}
