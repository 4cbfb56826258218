import type { SourceLocation } from "../diagnostics/diagnostic.ts";

export type KeyPath = readonly PropertyKey[];

/** Keys and values parsed from YAML or TOML, with their locations. */
export interface DataText {
  readonly value: unknown;
  /** Returns the location of the key at a path, or of the nearest existing ancestor. */
  readonly keyAt: (path: KeyPath) => SourceLocation;
  /** Returns the location of the value at a path, or of the nearest existing ancestor. */
  readonly valueAt: (path: KeyPath) => SourceLocation;
  /** Returns the path as the author wrote it, where the value was adopted from another key. */
  readonly pathAsWritten?: (path: KeyPath) => KeyPath;
  /** Returns a number, date or similar scalar as written: `1.10` where the value is 1.1. */
  readonly written: (path: KeyPath) => string | undefined;
}

/** Location of data in a file: the file, and the number of lines before the data. */
export interface TextLocation {
  readonly file: string;
  readonly linesBefore?: number;
}
