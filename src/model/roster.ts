import type { SourcePoint } from "./diagnostic.ts";

/** A row of a roster as it was read: cells by column, each with its place in the file. */
export interface RosterRow {
  /** From 1; the header is not counted. */
  readonly number: number;
  /** Without the spaces around them, in the order of the columns. */
  readonly cells: readonly string[];
  /** Where a cell begins; where the row begins for a cell that it does not have. */
  readonly placeOf: (column: number) => SourcePoint;
}

/** A person's values, by the names of variables. */
export interface Person {
  /** The number of the row, from 1. */
  readonly number: number;
  readonly values: Readonly<Record<string, string>>;
  /** Without an ending; no two persons of a roster have the same. */
  readonly fileName: string;
}
