import type { SourceLocation } from "../diagnostics/diagnostic.ts";

export type KeyPath = readonly PropertyKey[];

/** Keys and values that a person wrote, as YAML or TOML, and where each of them stands. */
export interface DataText {
  readonly value: unknown;
  /** Where the key at a path stands, or the nearest thing around it that is there. */
  readonly keyAt: (path: KeyPath) => SourceLocation;
  /** Where the value at a path stands, or the nearest thing around it that is there. */
  readonly valueAt: (path: KeyPath) => SourceLocation;
  /** The path of keys as the author wrote it, where a value was given under another key. */
  readonly pathAsWritten?: (path: KeyPath) => KeyPath;
  /** A number, a date or the like as it is written: `1.10` where the value is 1.1. */
  readonly written: (path: KeyPath) => string | undefined;
}

/** Where a text of keys and values stands: the file, and how many lines stand before it. */
export interface TextLocation {
  readonly file: string;
  readonly linesBefore?: number;
}
