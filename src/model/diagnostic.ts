/** Line and column count from 1; the column counts UTF-16 code units, as unist does. */
export interface SourcePoint {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
}

/** An error withholds the edition that it concerns; `--strict` turns warnings into errors. */
export type Severity = "error" | "warning" | "info";

/**
 * Decides the exit code: the user's content (1), the command or the configuration (2), a missing tool or a fault of
 * Offprint (3).
 */
export type Concern = "work" | "request" | "tool";

/** A finding about a source, the configuration or a tool. */
export interface Diagnostic {
  /** Permanent name of the rule in `diagnostics/rules.ts`. */
  readonly rule: string;
  /** As set by the configuration. */
  readonly severity: Severity;
  /** What the finding is about. */
  readonly concern: Concern;
  /** What is wrong, in one or two sentences. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Path as shown to the user: relative to the working folder where it lies inside it. */
  readonly file?: string;
  /** Where the finding begins. */
  readonly place?: SourcePoint;
  /** Where the finding ends. */
  readonly end?: SourcePoint;
}
