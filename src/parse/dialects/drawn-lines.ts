import { limits } from "../../model/limits.ts";
import type { BlockDialect } from "./block.ts";
import { proseLines } from "./prose-lines.ts";

/**
 * Returns the line numbers of tables drawn in characters: changing a line's length would break the drawing, so the
 * content of cells is read when the table is built.
 */
export function drawnLines(
  texts: readonly string[],
  start: number,
  dialects: readonly BlockDialect[],
): ReadonlySet<number> {
  const lines = texts.map((text, index) => ({ text, line: index + 1, column: 1 }));
  const ofDrawings = dialects.filter(({ isDrawn }) => isDrawn === true);
  const drawn = new Set<number>();
  for (const { line, text } of proseLines(texts, start)) {
    if (drawn.has(line) || text.length > limits.dialectLine) continue;
    const end = ofDrawings.map((dialect) => dialect.at(lines, line - 1)?.end).find((found) => found !== undefined);
    for (let number = line; number <= (end ?? 0); number += 1) drawn.add(number);
  }
  return drawn;
}
