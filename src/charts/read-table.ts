import { CsvError, parse } from "csv-parse/sync";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import { all, fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { Cell, Table } from "./plot.ts";

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads a CSV file (RFC 4180) with a header row. Numeric cells become numbers, empty cells gaps. */
export function readCsv(file: SourceFile, mostRows: number): Outcome<Table> {
  const at = (line: number): SourceLocation => ({ file: file.shown, position: { start: { line, column: 1 } } });
  let records: Parsed[];
  try {
    const options = { info: true, trim: true, skip_empty_lines: true, relax_column_count: true } as const;
    records = parse(file.text, options) as unknown as Parsed[];
  } catch (error) {
    const line = error instanceof CsvError ? Number(error["lines"] ?? 1) : 1;
    const hint = 'Put a value with a comma or a quotation mark between quotation marks: "a ""b"" c".';
    return fail(diagnostic("chartData", "This is not well-formed CSV: a quotation mark is unpaired.", hint, at(line)));
  }
  const [header, ...rest] = records;
  if (!header || rest.length === 0) {
    return fail(
      diagnostic(
        "chartData",
        "This file has no data.",
        "Put the names of the columns in its first row and the data below.",
        at(1),
      ),
    );
  }
  const twice = header.record.find((name, index) => name === "" || header.record.indexOf(name) !== index);
  if (twice !== undefined) {
    const message = twice === "" ? "A column has no name." : `Two columns are named "${twice}".`;
    return fail(diagnostic("chartData", message, "Give each column a name of its own.", at(1)));
  }
  if (rest.length > mostRows) return fail(tooMany(rest.length, mostRows, at(rest[mostRows]?.info.lines ?? 1)));
  const columns = header.record;
  const rows = rest.map(({ record, info }) => {
    if (record.length === columns.length) return succeed({ cells: record.map(toCell), line: info.lines });
    const message = `The header names ${columns.length} columns; values in this row: ${record.length}.`;
    return fail(diagnostic("chartData", message, "Keep the comma where a value is left out.", at(info.lines)));
  });
  const checked = all(rows);
  return checked.ok ? succeed({ columns, rows: checked.value }) : checked;
}

/** Reads the rows in a block; a column that a row omits is a gap. */
export function fromRows(
  rows: readonly Readonly<Record<string, Cell>>[],
  mostRows: number,
  location: SourceLocation,
): Outcome<Table> {
  if (rows.length > mostRows) return fail(tooMany(rows.length, mostRows, location));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return succeed({ columns, rows: rows.map((row) => ({ cells: columns.map((name) => row[name] ?? null) })) });
}

function toCell(text: string): Cell {
  if (text === "") return null;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
}

function tooMany(count: number, most: number, location: SourceLocation) {
  return diagnostic(
    "chartData",
    `The data have ${count} rows; a chart takes at most ${most}.`,
    "Summarise the data first.",
    location,
  );
}
