/** One thing that was looked at. */
export interface CheckPart {
  /** Its permanent name, where it has one: "13-004" of the Matterhorn Protocol. */
  readonly name?: string;
  /** What asks for it: "ISO 14289-1, 7.3". */
  readonly source: string;
}

/** Checks that one tool makes of a finished file, as whoever made them tells of them. */
export interface CheckSuite {
  /** Another for every set of checks. */
  readonly id: string;
  readonly title: string;
  /** Whose checks they are; Offprint's own where it is left out. */
  readonly tool?: { readonly name: string; readonly version?: string };
  /** The rules of what it finds in a file that is handed over all the same. */
  readonly rules: readonly string[];
  readonly parts: readonly CheckPart[];
}
