/** Where finished publications are written. */
export interface Destination {
  /** Absolute path. */
  readonly folder: string;
  /** Whether the publications are all there are, so that the library lists no others. */
  readonly complete: boolean;
  /** Whether they are part of what another run assembles. */
  readonly shard?: boolean;
  /** Whether to write conformance reports without a library page, too. */
  readonly report?: boolean;
  /** Absolute path of a folder or manifest of the previous release, for a folder that does not know it. */
  readonly previous?: string | undefined;
  /** Absolute paths of other checkers' reports, besides those next to the files. */
  readonly results?: readonly string[];
}
