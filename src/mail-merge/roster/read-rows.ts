import { Readable } from "node:stream";
import { parse } from "csv-parse";
import type { SourcePoint } from "../../model/diagnostic.ts";
import { limits } from "../../model/limits.ts";
import type { RosterRow } from "../../model/roster.ts";

interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
  /** Number of line ends up to the end of the record. */
  readonly info: { readonly lines: number };
}

/**
 * Yields the rows of a CSV file (RFC 4180); the header has number 0. Skips rows without any value. Rejects with the
 * parser's `CsvError`.
 */
export async function* readRows(pieces: AsyncIterable<string>): AsyncGenerator<RosterRow> {
  const { first, all } = await peek(pieces);
  const delimiter = delimiterOf(first);
  const options = { info: true, raw: true, relax_column_count: true, skip_empty_lines: true, delimiter } as const;
  const parser = parse({ ...options, max_record_size: limits.rosterRow });
  // `pipe` alone does not forward errors of the source.
  Readable.from(all)
    .on("error", (error) => parser.destroy(error))
    .pipe(parser);
  let number = -1;
  for await (const { record, raw, info } of parser as AsyncIterable<Parsed>) {
    const cells = record.map((cell) => cell.trim());
    if (cells.every((cell) => cell === "")) continue;
    number += 1;
    const written = raw.replaceAll(/^\n+|\n+$/g, "");
    const line = info.lines - (written.split("\n").length - 1);
    yield { number, cells, placeOf: (column) => placeOf(written, line, column, delimiter) };
  }
}

/** Reads the first piece without its byte order mark. */
async function peek(pieces: AsyncIterable<string>) {
  const iterator = pieces[Symbol.asyncIterator]();
  let first = "";
  let isDone = false;
  while (!isDone && !first.includes("\n")) {
    const next = await iterator.next();
    isDone = next.done === true;
    first += next.done === true ? "" : next.value;
  }
  first = first.replace(/^\uFEFF/, "");
  async function* all(): AsyncGenerator<string> {
    yield first;
    if (!isDone) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { first, all: all() };
}

/** Detects the delimiter: a comma, or what spreadsheets use where the comma is the decimal separator. */
function delimiterOf(text: string): string {
  const [header = ""] = text.split("\n");
  const count = (mark: string): number => header.split(mark).length;
  return [",", ";", "\t"].toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}

/** Returns where a cell begins, by counting delimiters outside quotation marks. */
function placeOf(written: string, line: number, column: number, delimiter: string): SourcePoint {
  const start = { line, column: 1 };
  let place: SourcePoint = start;
  let left = column;
  let isQuoted = false;
  for (const character of written) {
    if (left === 0) break;
    if (character === '"') isQuoted = !isQuoted;
    if (!isQuoted && character === delimiter) left -= 1;
    const isLineEnd = character === "\n";
    place = isLineEnd
      ? { line: place.line + 1, column: 1 }
      : { line: place.line, column: place.column + character.length };
  }
  return left === 0 ? place : start;
}
