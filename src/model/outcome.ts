import type { Diagnostic } from "./diagnostic.ts";

/** A value with what was noticed on the way, or no value and the errors that stopped it. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly Diagnostic[] }
  | { readonly ok: false; readonly notes: readonly Diagnostic[] };

export function succeed<T>(value: T, notes: readonly Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, notes };
}

export function fail(...notes: readonly Diagnostic[]): Outcome<never> {
  return { ok: false, notes };
}

/** A value, unless one of its diagnostics is an error: then the value is withheld. */
export function settle<T>(value: T, notes: readonly Diagnostic[]): Outcome<T> {
  return notes.some((note) => note.severity === "error") ? fail(...notes) : succeed(value, notes);
}

/** All the values, or all the errors of all that failed. Diagnostics keep their order. */
export function all<T>(outcomes: readonly Outcome<T>[]): Outcome<T[]> {
  const notes = outcomes.flatMap((outcome) => outcome.notes);
  const values = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  return values.length === outcomes.length ? succeed(values, notes) : fail(...notes);
}
