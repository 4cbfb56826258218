import { CsvError, parse } from "csv-parse/sync";

/** A line that is not valid CSV. */
export interface BrokenLine {
  readonly line: number;
}

export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** Decimal separator. */
  readonly decimal: "." | ",";
}

const delimiters = [",", ";", "\t", "|"] as const;

/**
 * Parses a CSV file (RFC 4180), or one with semicolons, tabs or bars, as spreadsheets write it. A first line `sep=;`
 * sets the delimiter. The byte order mark is already removed.
 */
export function readRows(text: string, separator?: string): CsvRows | BrokenLine {
  const [, named] = /^sep=(.)\r?\n/.exec(text) ?? [];
  const body = named === undefined ? text : text.slice(text.indexOf("\n") + 1);
  const delimiter = separator ?? named ?? findDelimiter(body);
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

/** Returns the most frequent delimiter of the first line, outside quotation marks. */
function findDelimiter(text: string): string {
  const first = (/^\s*(.*)/.exec(text)?.[1] ?? "").replaceAll(/"[^"]*"/g, "");
  const counts = delimiters.map((candidate) => first.split(candidate).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}
