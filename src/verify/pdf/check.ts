import type { PdfFile } from "./open-file.ts";

/** One thing that a finished PDF must be, and how to find where it is not. */
export interface Check {
  /** The clause that asks for it. */
  readonly source: string;
  /** What is wrong, a sentence each. */
  readonly find: (file: PdfFile) => readonly string[];
}
