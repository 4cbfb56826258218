import type { Concern, Diagnostic } from "../model/diagnostic.ts";

/** 0: clean. 1: something is wrong in the work. 2: wrong command or configuration. 3: a tool is missing, or our fault. */
export type ExitCode = 0 | 1 | 2 | 3;

const codes: Readonly<Record<Concern, ExitCode>> = { work: 1, request: 2, tool: 3 };

/** The gravest error decides: what stands in the way of the others has to be cleared first. */
export function exitCode(notes: readonly Diagnostic[]): ExitCode {
  const errors = notes.filter((note) => note.severity === "error");
  return errors.map((note) => codes[note.concern]).reduce((most, code) => (code > most ? code : most), 0);
}
