import type { BlockDialect, BlockLine } from "../block.ts";
import { captionBelow, captioned } from "./caption.ts";

const delimiters = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** A GFM table with the caption that pandoc and Quarto put below it. */
export const pipeTables: BlockDialect = {
  name: "captions of tables (pandoc)",
  at(lines, index) {
    const end = endOfPipeTable(lines, index);
    if (end === undefined) return undefined;
    const caption = captionBelow(lines, end);
    if (caption.lines.length === 0) return undefined;
    const rows = lines.slice(index, end);
    return {
      end: caption.end,
      build: (reader) => reader.blocks(rows).map((table) => captioned(table, caption, rows, reader)),
    };
  },
};

/** Returns the index after the last row of the GFM table that begins in a line, if any. */
export function endOfPipeTable(lines: readonly BlockLine[], index: number): number | undefined {
  const head = lines[index]?.text ?? "";
  const marks = lines[index + 1]?.text ?? "";
  if (!head.includes("|") || !marks.includes("-") || !delimiters.test(marks)) return undefined;
  let end = index + 2;
  while (lines[end]?.text.includes("|")) end += 1;
  return end;
}
