import type { Roster, RosterColumn } from "../../config/roster.ts";
import { didYouMean } from "../../diagnostics/nearest.ts";
import { diagnostic, type SourceLocation } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { limits } from "../../model/limits.ts";
import type { RosterRow } from "../../model/roster.ts";

/** Columns that an article needs: one for each variable that only a row supplies. */
export type Columns = ReadonlyMap<string, RosterColumn>;

/**
 * Returns the columns that an article declares, and those that it uses undeclared. A column may also override a
 * variable defined in the text, where its cell is not empty.
 */
export function columnsFor(used: ReadonlySet<string>, defined: ReadonlySet<string>, declared: Roster = {}): Columns {
  const columns = new Map<string, RosterColumn>(Object.entries(declared));
  for (const name of used) {
    if (!columns.has(name)) columns.set(name, { type: "text", required: !defined.has(name) });
  }
  return columns;
}

export function isRequired({ required, default: fallback }: RosterColumn): boolean {
  return required ?? fallback === undefined;
}

/** Checks the header of a roster. `nameBy` is the column that file names are taken from. */
export function checkHeader(header: RosterRow, columns: Columns, file: string, nameBy?: string): Diagnostic[] {
  const { cells } = header;
  const at = (index: number): SourceLocation => ({ file, position: { start: header.placeOf(index) } });
  if (cells.length > limits.rosterColumns) {
    const message = `The roster has more than ${limits.rosterColumns} columns.`;
    return [diagnostic("rosterShape", message, "Leave out the columns that the text does not use.", at(0))];
  }
  const diagnostics: Diagnostic[] = [];
  for (const [index, name] of cells.entries()) {
    if (name === "") {
      diagnostics.push(
        diagnostic("rosterShape", "A column has no name.", "Name each column in the first row.", at(index)),
      );
    } else if (cells.indexOf(name) !== index) {
      const hint = "Give each column a name of its own.";
      diagnostics.push(diagnostic("rosterShape", `Two columns are named "${name}".`, hint, at(index)));
    } else if (!columns.has(name) && name !== nameBy) {
      const hint = didYouMean(name, [...columns.keys()]) ?? `Write {{${name}}} where it belongs, or leave it out.`;
      diagnostics.push(diagnostic("rosterUsed", `The text does not use the column "${name}".`, hint, at(index)));
    }
  }
  const missing = [...columns].filter(([name, column]) => isRequired(column) && !cells.includes(name));
  for (const [name] of missing) {
    const hint = didYouMean(name, cells) ?? `Columns: ${cells.filter((cell) => cell !== "").join(", ")}.`;
    diagnostics.push(diagnostic("rosterComplete", `The roster has no column "${name}".`, hint, at(0)));
  }
  if (nameBy !== undefined && !cells.includes(nameBy)) {
    const hint = didYouMean(nameBy, cells) ?? `Columns: ${cells.join(", ")}.`;
    diagnostics.push(
      diagnostic("rosterComplete", `Files cannot be named by "${nameBy}", which is not a column.`, hint, at(0)),
    );
  }
  return diagnostics;
}
