import { day } from "../../config/fields.ts";
import type { RosterColumn } from "../../config/roster.ts";
import { writeDay } from "../../config/write-value.ts";
import { didYouMean } from "../../diagnostics/nearest.ts";
import { diagnostic, type SourceLocation } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { type Outcome, settle } from "../../model/outcome.ts";
import type { RosterRow } from "../../model/roster.ts";
import { type Columns, isRequired } from "./columns.ts";
import { unwritable } from "../../model/unwritable.ts";

/** Rules for checking rows. */
export interface RowRules {
  readonly header: readonly string[];
  readonly columns: Columns;
  /** BCP 47, for days in words. */
  readonly language: string;
  /** File name as shown to the user. */
  readonly file: string;
}

/** Maximum number of characters in a cell: it is a value, not a text. */
const maxValueLength = 10_000;

/** Returns the values of a row by variable; an empty cell leaves the text's value, or an empty one. */
export function checkRow(
  row: RosterRow,
  { header, columns, language, file }: RowRules,
): Outcome<Record<string, string>> {
  const at = (index: number): SourceLocation => ({ file, position: { start: row.placeOf(index) } });
  if (row.cells.length !== header.length) {
    const message = `The header names ${header.length} columns; values in this row: ${row.cells.length}.`;
    const hint = "Put a value with a comma between quotation marks; keep the comma where a value is left out.";
    return settle({}, [diagnostic("rosterShape", message, hint, at(0))]);
  }
  const diagnostics: Diagnostic[] = [];
  // A map, because an object would lose a name such as `__proto__`.
  const values = new Map<string, string>();
  for (const [name, column] of columns) {
    const index = header.indexOf(name);
    const cell = row.cells[index] ?? "";
    if (cell === "" && isRequired(column)) {
      const hint = `Fill it in, or say that it may be empty: roster: { ${name}: { required: false } }.`;
      diagnostics.push(diagnostic("rosterComplete", `The cell "${name}" is empty.`, hint, at(index)));
      continue;
    }
    const wrong = cell === "" ? undefined : complain(cell, column);
    if (wrong) diagnostics.push(diagnostic("rosterValue", `"${name}" ${wrong.message}`, wrong.hint, at(index)));
    else if (cell !== "") values.set(name, column.type === "date" ? writeDay(cell, language) : cell);
    else if (column.required === false && column.default === undefined) values.set(name, "");
  }
  return settle(Object.fromEntries(values), diagnostics);
}

function complain(
  cell: string,
  column: RosterColumn,
): { readonly message: string; readonly hint?: string } | undefined {
  const choices = column["one-of"];
  if (cell.search(unwritable) >= 0) return { message: "holds a control character." };
  if (cell.length > maxValueLength) return { message: `is longer than ${maxValueLength} characters.` };
  if (column.type === "number" && !/^[-+]?\d+(?:[.,]\d+)?$/.test(cell)) {
    return { message: `is not a number; it is "${cell}".` };
  }
  if (column.type === "date" && !day.safeParse(cell).success) {
    return { message: `is not a day; it is "${cell}".`, hint: "Write it YYYY-MM-DD." };
  }
  if (choices && !choices.includes(cell)) {
    const hint = didYouMean(cell, choices) ?? `One of: ${choices.join(", ")}.`;
    return { message: `is not one of the allowed values; it is "${cell}".`, hint };
  }
  return undefined;
}
