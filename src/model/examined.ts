import type { CheckSuite } from "./check-suite.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** A finished file, the checks that ran on it, and what they found. */
export interface ExaminedFile {
  /** Relative to the output folder, `/`-separated. */
  readonly path: string;
  readonly sha256: string;
  readonly suites: readonly CheckSuite[];
  readonly found: readonly Diagnostic[];
}

/** What was looked at while a publication was made. */
export interface Examined {
  readonly files: readonly ExaminedFile[];
  /** Found in its texts. */
  readonly found: readonly Diagnostic[];
}
