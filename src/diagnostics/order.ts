import type { Diagnostic } from "../model/diagnostic.ts";

/** Diagnostics as a person reads their files: file by file as they first come, each from top to bottom. */
export function inReadingOrder(notes: readonly Diagnostic[]): Diagnostic[] {
  const files = [...new Set(notes.map((note) => note.file))];
  const rank = (note: Diagnostic): number[] => [
    files.indexOf(note.file),
    note.place?.line ?? 0,
    note.place?.column ?? 0,
  ];
  return notes.toSorted((a, b) => {
    const left = rank(a);
    const right = rank(b);
    const index = left.findIndex((value, position) => value !== right[position]);
    return index < 0 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
  });
}
