import type { CheckSuite } from "./check-suite.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** A finished file with the checks that ran on it and their findings. */
export interface ExaminedFile {
  /** Relative to the output folder, `/`-separated. */
  readonly path: string;
  readonly sha256: string;
  readonly suites: readonly CheckSuite[];
  readonly found: readonly Diagnostic[];
}

/** What was checked during a build. */
export interface Examined {
  readonly files: readonly ExaminedFile[];
  /** Findings in the sources. */
  readonly found: readonly Diagnostic[];
}
