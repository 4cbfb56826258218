import type { SourcePoint } from "./diagnostic.ts";

/** A row of a roster: its cells by column, each with its position in the file. */
export interface RosterRow {
  /** From 1, without the header. */
  readonly number: number;
  /** Trimmed, in the order of the columns. */
  readonly cells: readonly string[];
  /** Returns where a cell begins, or where the row begins if it lacks the cell. */
  readonly placeOf: (column: number) => SourcePoint;
}

/** A person's values by variable name. */
export interface Person {
  /** Row number, from 1. */
  readonly number: number;
  readonly values: Readonly<Record<string, string>>;
  /** Without an extension; unique in the roster. */
  readonly fileName: string;
}
