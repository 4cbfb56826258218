import { CsvError, parse } from "csv-parse/sync";

/** A line that is no CSV. */
export interface BrokenLine {
  readonly line: number;
}

export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** What stands before the decimals of numbers. */
  readonly decimal: "." | ",";
}

const delimiters = [",", ";", "\t", "|"] as const;

/**
 * The cells of a CSV file (RFC 4180), or of one with semicolons, tabs or bars, as spreadsheets write them; a first line
 * `sep=;` names the delimiter. A byte order mark is gone by now.
 */
export function readRows(text: string, given?: string): CsvRows | BrokenLine {
  const [, named] = /^sep=(.)\r?\n/.exec(text) ?? [];
  const body = named === undefined ? text : text.slice(text.indexOf("\n") + 1);
  const delimiter = given ?? named ?? findDelimiter(body);
  try {
    const options = { delimiter, trim: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true };
    const rows: string[][] = parse(body, options);
    const hasDecimalComma = delimiter === ";" && rows.some((row) => row.some((cell) => /^[-+−]?\d+,\d+$/.test(cell)));
    return { rows, decimal: hasDecimalComma ? "," : "." };
  } catch (error) {
    const line = error instanceof CsvError ? Number(error["lines"] ?? 1) : 1;
    return { line: line + (named === undefined ? 0 : 1) };
  }
}

/** The one that is most frequent in the first line, outside quotation marks. */
function findDelimiter(text: string): string {
  const first = (/^\s*(.*)/.exec(text)?.[1] ?? "").replaceAll(/"[^"]*"/g, "");
  const counts = delimiters.map((one) => first.split(one).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}
