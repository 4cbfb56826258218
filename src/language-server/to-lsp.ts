import { type Diagnostic as LspDiagnostic, DiagnosticSeverity, type Position, type Range } from "vscode-languageserver";
import type { Diagnostic, SourcePoint } from "../model/diagnostic.ts";

// Offprint counts lines and columns from 1 in UTF-16 code units, as unist does; LSP 3.17 counts the same from 0.

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** Converts a diagnostic for the editor. `text` is that of its file. */
export function toLspDiagnostic(diagnostic: Diagnostic, text: string): LspDiagnostic {
  const { message, hint, rule, severity } = diagnostic;
  return {
    range: rangeOf(diagnostic, text.split(/\r?\n/)),
    severity: severities[severity],
    source: "offprint",
    code: rule,
    message: hint === undefined ? message : `${message}\n${hint}`,
  };
}

/** Returns the range of a diagnostic; without an end, the word there, or the rest of the line. */
function rangeOf({ place, end }: Diagnostic, lines: readonly string[]): Range {
  const start = place ? toPosition(place) : { line: 0, character: 0 };
  if (end && (end.line > (place?.line ?? 1) || end.column > (place?.column ?? 1)))
    return { start, end: toPosition(end) };
  const line = lines[start.line] ?? "";
  const [word] = /^[\p{L}\p{N}_-]+/u.exec(line.slice(start.character)) ?? [];
  return { start, end: { line: start.line, character: word ? start.character + word.length : line.length } };
}

function toPosition({ line, column }: SourcePoint): Position {
  return { line: Math.max(0, line - 1), character: Math.max(0, column - 1) };
}

export function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

export function offsetAt(text: string, { line, character }: Position): number {
  const lines = text.split("\n").slice(0, line);
  return lines.reduce((sum, before) => sum + before.length + 1, 0) + character;
}
