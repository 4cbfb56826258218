import type { ChartBlock } from "../config/chart-block.ts";
import { decimalsOf, writeNumber } from "./numbers.ts";

export type Cell = number | string | null;

/** Data as rows with named columns. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly cells: readonly Cell[];
  /** The line in the data file; `undefined` for rows in the block. */
  readonly line?: number;
}

/** A column of numbers with its name; `null` is a gap. */
export interface Series {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** A chart whose data are resolved and checked. */
export interface Plot {
  readonly kind: ChartBlock["kind"];
  readonly xs: readonly (string | number)[];
  readonly xTitle: string;
  readonly yTitle: string;
  readonly unit: string | undefined;
  readonly fromZero: boolean;
  readonly series: readonly Series[];
  /** The series break after the point with this index. */
  readonly break: { readonly after: number; readonly label: string } | undefined;
  /** BCP 47. */
  readonly language: string;
}

/** Returns a formatter for the data's values: all get as many decimal places as the longest. */
export function writerOf({ series, unit, language }: Plot): (value: number) => string {
  const decimals = decimalsOf(series.flatMap(({ values }) => values));
  return (value) => writeNumber(value, unit, language, decimals);
}
