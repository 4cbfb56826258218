import type { PdfStandard } from "../../../model/pdf-standard.ts";
import type { PdfFile } from "./open-file.ts";

/** A place where a finished PDF fails a check. */
export interface Finding {
  /** The page and the path in the structure tree, or the object: "page 3, Document > Sect > Figure". */
  readonly where?: string;
  /** The alternative text or words of the place, by which it is located in the source. */
  readonly holds?: string | undefined;
  /** The words around and before the place, by which it is located if `holds` is not found. */
  readonly near?: readonly string[];
  /** A sentence about this finding, where `what` alone does not say it all. */
  readonly detail?: string;
}

/** A requirement on finished PDFs, and how to find violations. */
export interface Check {
  /**
   * A unique name: the failure condition of the Matterhorn Protocol 1.1 ("13-004"); otherwise the clause and test of
   * veraPDF ("6.1.3-1" for ISO 19005-2, "8.8-1" for ISO 14289-2); for Offprint's own promises, a name in words.
   */
  readonly checkpoint: string;
  /** The clause that requires it, by standard. The check runs only under the standards named here. */
  readonly clause: Readonly<Partial<Record<PdfStandard, string>>>;
  /** A sentence that says what is wrong. */
  readonly what: string;
  /** What the author can do, unless it is a fault of Offprint. */
  readonly hint?: string;
  readonly find: (file: PdfFile) => readonly Finding[];
}

/** Returns a clause that is worded alike in both standards. */
export function both(clause: string): Check["clause"] {
  return { "ua-1": clause, "ua-2": clause };
}

/** Returns no finding, or one without a place, for a condition of the whole file. */
export function unless(isRight: unknown, finding: Finding = {}): Finding[] {
  return isRight ? [] : [finding];
}
