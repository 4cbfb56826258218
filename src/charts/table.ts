import type { ChartTable } from "../model/chart.ts";
import { valueTitle } from "./frame.ts";
import { type Cell, type Plot, type Table, writerOf } from "./plot.ts";
import { nameOf } from "./name-points.ts";

/** Shown in place of a missing number. */
const gap = "–";

/** Returns the data of a chart: one row per point, one column per series. */
export function plotTable(plot: Plot): ChartTable {
  const { xs, xTitle, series, language } = plot;
  const [only] = series;
  const headers = series.length === 1 && only ? [valueTitle(plot)] : series.map(({ label }) => label);
  const names = xs.map((x) => nameOf(x, language));
  const writeValue = writerOf(plot);
  const write = (value: number | null) => (value === null ? gap : writeValue(value));
  return {
    columns: [xTitle, ...headers],
    rows: names.map((name, index) => [name, ...series.map(({ values }) => write(values[index] ?? null))]),
    ...(plot.break && { note: `${names[plot.break.after]} | ${names[plot.break.after + 1]}: ${plot.break.label}` }),
  };
}

/** Returns the data as they are, or `undefined` if there are too many rows to read. */
export function tableOf({ columns, rows }: Table, most: number, language: string): ChartTable | undefined {
  if (rows.length > most || columns.length === 0) return undefined;
  const write = (cell: Cell) => (cell === null || cell === "" ? gap : nameOf(cell, language));
  return { columns, rows: rows.map(({ cells }) => cells.map(write)) };
}
