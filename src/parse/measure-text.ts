import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { limits } from "../model/limits.ts";
import type { SourceFile } from "../model/source.ts";

const marker = String.raw`>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t])`;
/** Indentation, quotation and list markers before the text of a line. Indentation alone is code, which does not nest. */
const opening = new RegExp(String.raw`^(?=[ \t]*(?:${marker}))(?:[ \t]|${marker}){${limits.lineDepth}}`, "m");

/** Returns an error at the first line that exceeds a limit, so that the text cannot be parsed in bounded time. */
export function beyondReading(file: SourceFile): Diagnostic | undefined {
  const lines = file.text.split("\n");
  const at = (line: number, message: string, hint: string): Diagnostic =>
    diagnostic("sourceSize", message, hint, { file: file.shown, position: { start: { line, column: 1 } } });
  if (lines.length > limits.sourceLines)
    return at(
      limits.sourceLines + 1,
      `The text has more than ${limits.sourceLines} lines.`,
      "Divide it into chapters, or take out the empty lines.",
    );
  // Each level of nesting costs more parsing time than the one before, and no reader follows two hundred.
  const found = opening.exec(file.text);
  if (found) {
    const line = file.text.slice(0, found.index).split("\n").length;
    return at(line, "This line is nested too deeply to be read.", "Quote or list to a few levels only.");
  }
  const deep = tooDeep(lines);
  if (deep !== undefined) {
    const hint = "Close directives with a line of just their colons.";
    return at(deep, `More than ${limits.lineDepth} directives are open here.`, hint);
  }
  const full = fullBlock(lines);
  if (full === undefined) return undefined;
  const message = `From here to the next empty line there are more than ${limits.blockBrackets} brackets, or marks of deleted text.`;
  return at(full, message, "Divide it into paragraphs.");
}

/** Returns the line at which too many directives are nested. */
function tooDeep(lines: readonly string[]): number | undefined {
  let depth = 0;
  let isCode = false;
  for (const [index, line] of lines.entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
    if (isCode || !/^\s*:{3,}/.test(line)) continue;
    depth = /^\s*:+\s*$/.test(line) ? Math.max(0, depth - 1) : depth + 1;
    if (depth > limits.lineDepth) return index + 1;
  }
  return undefined;
}

/** An empty line, a list item, a row, a heading, a definition: it does not continue the previous line's text. */
const ownBlock = /^(?:\s*$|[ \t>]*(?:[*+-][ \t]|\d{1,9}[.)][ \t]|\||#|\[[^[\]]+\]:))/;

/**
 * Returns the first line of a block with too many brackets or tildes: micromark takes the square of their number to
 * resolve them.
 */
function fullBlock(lines: readonly string[]): number | undefined {
  let start = 0;
  let count = 0;
  for (const [index, line] of lines.entries()) {
    if (ownBlock.test(line)) {
      start = line.trim() === "" ? index + 1 : index;
      count = 0;
    }
    count += line.match(/\[|~{2,}/g)?.length ?? 0;
    if (count > limits.blockBrackets) return start + 1;
  }
  return undefined;
}
