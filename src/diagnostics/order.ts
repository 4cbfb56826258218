import type { Diagnostic } from "../model/diagnostic.ts";

/** Sorts diagnostics by file in order of first occurrence, each from top to bottom. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const files = [...new Set(diagnostics.map((diagnostic) => diagnostic.file))];
  const rank = (diagnostic: Diagnostic): number[] => [
    files.indexOf(diagnostic.file),
    diagnostic.place?.line ?? 0,
    diagnostic.place?.column ?? 0,
  ];
  return diagnostics.toSorted((a, b) => {
    const left = rank(a);
    const right = rank(b);
    const index = left.findIndex((value, position) => value !== right[position]);
    return index < 0 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
  });
}
