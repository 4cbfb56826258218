import type { Diagnostic } from "./diagnostic.ts";

/** A value with its diagnostics, or no value and the errors that prevented it. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export function succeed<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, diagnostics };
}

export function fail(...diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { ok: false, diagnostics };
}

/** Returns a value with its diagnostics, or no value if one of them is an error. */
export function settle<T>(value: T, diagnostics: readonly Diagnostic[]): Outcome<T> {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error")
    ? fail(...diagnostics)
    : succeed(value, diagnostics);
}

/** Combines outcomes: all values, or the errors of all that failed. Diagnostics keep their order. */
export function all<T>(outcomes: readonly Outcome<T>[]): Outcome<T[]> {
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  const values = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  return values.length === outcomes.length ? succeed(values, diagnostics) : fail(...diagnostics);
}
