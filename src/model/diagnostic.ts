/** Line and column count from 1; the column counts UTF-16 code units, as unist does. */
export interface SourcePoint {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
}

/** An error stops the edition that it concerns; `--strict` makes errors of warnings. */
export type Severity = "error" | "warning" | "info";

/**
 * Whose matter it is, which decides the exit code: the work (1), the command or the configuration (2), a missing
 * tool or a fault of Offprint itself (3).
 */
export type Concern = "work" | "request" | "tool";

/** One thing noticed. */
export interface Diagnostic {
  /** The permanent name of the rule, as in `diagnostics/rules.ts`. */
  readonly rule: string;
  /** As the configuration gives it. */
  readonly severity: Severity;
  /** Whose matter it is. */
  readonly concern: Concern;
  /** What is wrong, in one or two sentences. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The file as a person would name it: relative to the working folder where it lies inside it. */
  readonly file?: string;
  /** Where in the file it begins. */
  readonly place?: SourcePoint;
  /** Where it ends. */
  readonly end?: SourcePoint;
}
