/** One item that was checked. */
export interface CheckPart {
  /** Permanent identifier, where it has one: "13-004" of the Matterhorn Protocol. */
  readonly name?: string;
  /** The requirement: "ISO 14289-1, 7.3". */
  readonly source: string;
}

/** A set of checks that one tool runs on a finished file. */
export interface CheckSuite {
  /** Unique for each set of checks. */
  readonly id: string;
  readonly title: string;
  /** The tool that runs the checks; defaults to Offprint. */
  readonly tool?: { readonly name: string; readonly version?: string };
  /** Rules that it may report on a file without withholding it. */
  readonly rules: readonly string[];
  readonly parts: readonly CheckPart[];
}
