import { textWidth } from "../../model/text-width.ts";
import type { SourcePoint } from "../../model/diagnostic.ts";

/** Number of lines shown before the line of the diagnostic. */
const context = 1;

/** Returns the source line of a diagnostic, the line before it, and a marker under the range. */
export function codeFrame(text: string, place: SourcePoint, end: SourcePoint | undefined, columns: number): string[] {
  const lines = text.split("\n");
  const first = Math.max(1, place.line - context);
  const gutter = String(place.line).length;
  const room = Math.max(20, columns - gutter - 5);
  const from = windowStart(place.column, room);
  const shown = lines.slice(first - 1, place.line).map((line, index) => {
    const number = String(first + index).padStart(gutter);
    return `${number} │ ${cut(line, from, room)}`;
  });
  const line = lines[place.line - 1] ?? "";
  const before = cut(line, from, place.column - 1 - from);
  const stop = end && end.line === place.line ? end.column : end ? line.length + 1 : place.column + 1;
  const meant = cut(line, place.column - 1, Math.min(stop - place.column, room - (place.column - 1 - from)));
  const mark = "^".repeat(Math.max(1, textWidth(meant)));
  return [...shown, `${" ".repeat(gutter)} │ ${" ".repeat(textWidth(before))}${mark}`];
}

/** Returns the start of the visible part of a long line, slightly before the marked position. */
function windowStart(column: number, room: number): number {
  return column <= room * 0.8 ? 0 : column - 1 - Math.floor(room * 0.4);
}

/** Returns part of a line, with tabs, control characters and direction marks replaced by spaces. */
function cut(line: string, from: number, length: number): string {
  return line
    .slice(from, from + Math.max(0, length))
    .replaceAll(/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, " ");
}
