import type { Concern, Diagnostic } from "../model/diagnostic.ts";

/** Exit codes of the program. */
export const exitCodes = {
  0: "Success: everything was done.",
  1: "The text or its files have an error.",
  2: "The command or the configuration is wrong.",
  3: "A tool is missing, or Offprint has a fault.",
  130: "A signal stopped it; earlier files are unchanged.",
} as const;

export type ExitCode = keyof typeof exitCodes;

const codes: Readonly<Record<Concern, ExitCode>> = { work: 1, request: 2, tool: 3 };

/** Returns the exit code of the gravest error: it must be fixed before the others. */
export function exitCode(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  return errors
    .map((diagnostic) => codes[diagnostic.concern])
    .reduce<ExitCode>((most, code) => (code > most ? code : most), 0);
}
