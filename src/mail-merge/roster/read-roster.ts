import { CsvError } from "csv-parse";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic, SourcePoint } from "../../model/diagnostic.ts";
import { limits } from "../../model/limits.ts";
import { fail, type Outcome, settle } from "../../model/outcome.ts";
import type { Person, RosterRow } from "../../model/roster.ts";
import { checkRow, type RowRules } from "./check-row.ts";
import { checkHeader, type Columns } from "./columns.ts";
import { fileKey, toFileName } from "./file-names.ts";
import { NotText, readText, type RosterEncoding } from "./read-pieces.ts";
import { readRows } from "./read-rows.ts";

/** How to read a roster. */
export interface RosterReading {
  /** File name as shown to the user. */
  readonly file: string;
  /** Opens the file from its start; may be called repeatedly. */
  readonly open: () => AsyncIterable<Uint8Array>;
  readonly columns: Columns;
  /** BCP 47. */
  readonly language: string;
  /** The column that file names are taken from; defaults to the row number. */
  readonly nameBy?: string | undefined;
  /** Prefix of the number in file names. */
  readonly stem: string;
}

/** Results of the first pass over a roster; no row is kept. */
export interface RosterSummary {
  /** Number of persons. */
  readonly rows: number;
  /** SHA-256 of the file, lower-case hexadecimal. */
  readonly sha256: string;
  readonly encoding: RosterEncoding;
  /** Every character of the values, and its first location. */
  readonly characters: ReadonlyMap<string, SourcePoint>;
  /** Number of files with each name. */
  readonly names: ReadonlyMap<string, number>;
}

/** Maximum number of errors reported individually. */
const maxFaults = 100;

/** Reads every row without keeping any, so that all errors are known before anything is built. */
export async function summariseRoster(reading: RosterReading): Promise<Outcome<RosterSummary>> {
  const { file } = reading;
  try {
    return await summariseIn("UTF-8", reading);
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
  }
  const hint = 'Save the file as "CSV UTF-8".';
  try {
    const message = "This is not UTF-8 text; it is read as UTF-16 by its mark, else as Windows-1252.";
    const summary = await summariseIn("older", reading);
    return { ...summary, diagnostics: [diagnostic("encodingIsUtf8", message, hint, { file }), ...summary.diagnostics] };
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    return fail(diagnostic("sourceIsText", "This is not text.", hint, { file }));
  }
}

async function summariseIn(encoding: RosterEncoding, reading: RosterReading): Promise<Outcome<RosterSummary>> {
  const { file, columns, language, nameBy } = reading;
  const { pieces, digest } = readText(reading.open(), encoding);
  const diagnostics: Diagnostic[] = [];
  const characters = new Map<string, SourcePoint>();
  const names = new Map<string, number>();
  let rules: RowRules | undefined;
  let rows = 0;
  let faults = 0;
  try {
    for await (const row of readRows(pieces)) {
      if (!rules) {
        const found = checkHeader(row, columns, file, nameBy);
        diagnostics.push(...found);
        if (found.some(({ severity }) => severity === "error")) return fail(...diagnostics);
        rules = { header: row.cells, columns, language, file };
        continue;
      }
      rows += 1;
      const checked = checkRow(row, rules);
      faults += checked.diagnostics.length;
      diagnostics.push(...checked.diagnostics.slice(0, Math.max(0, maxFaults - diagnostics.length)));
      if (!checked.ok) continue;
      for (const character of Object.values(checked.value).join("")) {
        if (!characters.has(character)) characters.set(character, row.placeOf(0));
      }
      const key = fileKey(nameIn(row, rules.header, nameBy));
      names.set(key, (names.get(key) ?? 0) + 1);
    }
  } catch (error) {
    return fail(unreadable(error, file));
  }
  if (rows === 0) {
    const hint = "Name the columns in its first row; below it, a row for each person.";
    return fail(diagnostic("rosterShape", "This roster has no rows.", hint, { file }));
  }
  if (faults > diagnostics.length)
    diagnostics.push(diagnostic("rosterShape", `There are ${faults} faults in all.`, undefined, { file }));
  return settle({ rows, sha256: digest(), encoding, characters, names }, diagnostics);
}

/** Yields the persons of a summarised roster. Throws where the file has changed since. */
export async function* readPeople(reading: RosterReading, summary: RosterSummary): AsyncGenerator<Person> {
  const { file, columns, language, nameBy, stem } = reading;
  const { pieces, digest } = readText(reading.open(), summary.encoding);
  const digits = Math.max(4, String(summary.rows).length);
  let header: readonly string[] | undefined;
  for await (const row of readRows(pieces)) {
    if (!header) {
      header = row.cells;
      continue;
    }
    const checked = checkRow(row, { header, columns, language, file });
    if (!checked.ok) throw new Error("the roster has changed since it was checked");
    const name = nameIn(row, header, nameBy);
    const isAlone = name !== "" && summary.names.get(fileKey(name)) === 1;
    const number = String(row.number).padStart(digits, "0");
    // A name from a cell never contains a full stop.
    const fileName = isAlone ? name : `${name || stem}.${number}`;
    yield { number: row.number, values: checked.value, fileName };
  }
  if (digest() !== summary.sha256) throw new Error("the roster has changed since it was checked");
}

function nameIn(row: RosterRow, header: readonly string[], nameBy: string | undefined): string {
  return nameBy === undefined ? "" : toFileName(row.cells[header.indexOf(nameBy)] ?? "");
}

function unreadable(error: unknown, file: string): Diagnostic {
  if (error instanceof CsvError) {
    const position = { start: { line: Number(error["lines"] ?? 1), column: 1 } };
    const hint = 'Put a value with a comma or a quotation mark between quotation marks: "a ""b"" c".';
    const isLong = error.code === "CSV_MAX_RECORD_SIZE";
    const message = isLong
      ? `This row has more than ${limits.rosterRow} characters; a quotation mark may be unpaired.`
      : "This is not well-formed CSV: a quotation mark is unpaired.";
    return diagnostic("rosterShape", message, hint, { file, position });
  }
  throw error;
}
