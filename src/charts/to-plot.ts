import type { ChartBlock } from "../config/chart-block.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { kindOf } from "./kinds.ts";
import type { Plot, Row, Series, Table } from "./plot.ts";

/** The input: the block, its data, and their locations. */
export interface Reading {
  readonly block: ChartBlock;
  readonly table: Table;
  readonly location: SourceLocation;
  /** The CSV file, if there is one. */
  readonly dataFile: string | undefined;
  readonly language: string;
}

/** Resolves and checks the columns and numbers of a block, and returns a chart that can be drawn. */
export function toPlot(reading: Reading): Outcome<Plot> {
  const { block, location, language } = reading;
  const diagnostics: Diagnostic[] = [];
  const report = (message: string, hint?: string, where: SourceLocation = location) =>
    void diagnostics.push(diagnostic("chartData", message, hint, where));
  const find = finder(reading, report);
  const wanted = Array.isArray(block.series) ? block.series : [];
  const x = find.column(block.x.field);
  const y = block.y.field === undefined ? undefined : find.column(block.y.field);
  const names = typeof block.series === "string" ? find.column(block.series) : undefined;
  const fields = wanted.map(({ field }) => find.column(field));
  if (diagnostics.length > 0) return fail(...diagnostics);

  const xs = find.distinct(x ?? 0);
  const series: Series[] = [];
  if (names !== undefined) {
    const labels = find.distinct(names).map(String);
    const of = (label: string) => (row: Row) => String(row.cells[names]) === label;
    series.push(...labels.map((label) => ({ label, values: find.values(xs, x ?? 0, y ?? 0, of(label)) })));
  } else if (wanted.length > 0) {
    const label = (index: number) => wanted[index]?.label ?? wanted[index]?.field ?? "";
    series.push(...fields.map((at = 0, index) => ({ label: label(index), values: find.values(xs, x ?? 0, at) })));
  } else {
    series.push({ label: block.y.title ?? block.y.field ?? "", values: find.values(xs, x ?? 0, y ?? 0) });
  }
  const most = kindOf(block.kind).mostSeries;
  if (series.length > most) {
    const others = block.kind === "bar" ? 'Use "grouped bar" or "stacked bar".' : "Draw two charts.";
    report(
      `There are ${series.length} series; a ${block.kind} chart shows at most ${most} that can be told apart.`,
      others,
    );
  }
  const numbers = series.flatMap(({ values }) => values);
  if (diagnostics.length === 0 && numbers.every((value) => value === null)) report("There is no number to draw.");
  const isStacked = series.length > 1 && ["area", "stacked bar"].includes(block.kind);
  if (isStacked && numbers.some((value) => value === null || value < 0)) {
    report("A stack needs a value of zero or more at every point of every series.", "Draw lines or grouped bars.");
  }
  const after = block.break ? xs.findIndex((value) => String(value) === String(block.break?.after)) : -1;
  if (block.break && (after < 0 || after === xs.length - 1)) {
    const others = xs.slice(0, -1).map(String);
    const hint = didYouMean(String(block.break.after), others) ?? `Available: ${others.join(", ")}.`;
    report(`The series cannot break after "${block.break.after}": no point follows it.`, hint);
  }
  const ends = [0, ...(block.break ? [after + 1] : []), xs.length];
  if (block.kind === "area" && ends.some((end, index) => index > 0 && end - (ends[index - 1] ?? 0) < 2)) {
    report("An area needs at least two points, on each side of a break.", "Draw a line or bars.");
  }
  const plot: Plot = {
    kind: block.kind,
    xs,
    xTitle: block.x.title ?? block.x.field,
    yTitle: block.y.title ?? block.y.field ?? "",
    unit: block.y.unit,
    fromZero: block.y["from-zero"] ?? !["line", "dot"].includes(block.kind),
    series,
    break: block.break && { after, label: block.break.label },
    language,
  };
  return diagnostics.length > 0 ? fail(...diagnostics) : succeed(plot);
}

type ReportFault = (message: string, hint?: string, where?: SourceLocation) => void;

function finder({ table, dataFile, location }: Reading, report: ReportFault) {
  const at = (row: Row): SourceLocation =>
    row.line === undefined ? location : { file: dataFile, position: { start: { line: row.line, column: 1 } } };
  const column = (name: string): number | undefined => {
    const index = table.columns.indexOf(name);
    if (index >= 0) return index;
    const hint = didYouMean(name, table.columns) ?? `Available: ${table.columns.join(", ")}.`;
    report(`The data have no column "${name}".`, hint);
    return undefined;
  };
  const distinct = (index: number): (string | number)[] => {
    for (const row of table.rows.filter(({ cells }) => cells[index] === null))
      report(`This row has nothing in the column "${table.columns[index]}".`, undefined, at(row));
    return [...new Set(table.rows.map(({ cells }) => cells[index]))].filter(
      (cell) => cell !== null && cell !== undefined,
    );
  };
  const values = (
    xs: readonly (string | number)[],
    x: number,
    y: number,
    isMeant: (row: Row) => boolean = () => true,
  ): (number | null)[] =>
    xs.map((value) => {
      const [row, second] = table.rows.filter((candidate) => candidate.cells[x] === value && isMeant(candidate));
      if (second) report(`"${value}" appears twice in the column "${table.columns[x]}".`, undefined, at(second));
      const cell = row?.cells[y] ?? null;
      if (typeof cell !== "string") return cell;
      const message = `"${cell}" in the column "${table.columns[y]}" is not a number.`;
      if (row) report(message, "Write digits with a decimal point and no unit; leave unknown values empty.", at(row));
      return null;
    });
  return { column, distinct, values };
}
