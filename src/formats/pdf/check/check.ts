import type { PdfStandard } from "../../../model/pdf-standard.ts";
import type { PdfFile } from "./open-file.ts";

/** One place where a finished PDF is not what it must be. */
export interface Finding {
  /** The page and the way to it through the structure tree, or the object: "page 3, Document > Sect > Figure". */
  readonly where?: string;
  /** What the place holds, its alternative text or its words, by which it is found in the source. */
  readonly holds?: string | undefined;
  /** What stands around it and before it, by which it is found where it holds nothing that is found. */
  readonly near?: readonly string[];
  /** What is wrong with this one, where the entry alone does not say it all; a sentence. */
  readonly detail?: string;
}

/** One thing that a finished PDF must be, and how to find where it is not. */
export interface Check {
  /**
   * Its name, of which there is one: the failure condition of the Matterhorn Protocol 1.1 ("13-004"); where that has none,
   * the clause and the test of veraPDF ("6.1.3-1", of ISO 19005-2; "8.8-1", of ISO 14289-2); for what Offprint itself
   * promises, a name in words.
   */
  readonly checkpoint: string;
  /** What asks for it, by standard. It is looked for only under the standards that are named here. */
  readonly clause: Readonly<Partial<Record<PdfStandard, string>>>;
  /** What is wrong, a sentence. */
  readonly what: string;
  /** What to do about it, where it is not a fault of Offprint. */
  readonly hint?: string;
  readonly find: (file: PdfFile) => readonly Finding[];
}

/** A clause that both standards share the wording of. */
export function both(clause: string): Check["clause"] {
  return { "ua-1": clause, "ua-2": clause };
}

/** For a condition of the whole file: nothing, or one finding without a place. */
export function unless(isRight: unknown, finding: Finding = {}): Finding[] {
  return isRight ? [] : [finding];
}
