import { type BlockDialect, isBlankLine } from "../block.ts";
import { captioned, readCaption } from "./caption.ts";
import { dashedTables } from "./dashed-table.ts";
import { gridTables } from "./grid-table.ts";
import { endOfPipeTable } from "./pipe-table.ts";

/** `Table: Caption` above a table of any kind. */
export const captionsAbove: BlockDialect = {
  name: "captions above tables (pandoc)",
  at(lines, index) {
    if (!/^ {0,3}[Tt]able:[ \t]/.test(lines[index]?.text ?? "")) return undefined;
    const caption = readCaption(lines, index);
    let first = caption?.end ?? lines.length;
    while (isBlankLine(lines[first])) first += 1;
    const foreign = gridTables.at(lines, first) ?? dashedTables.at(lines, first);
    const end = foreign?.end ?? endOfPipeTable(lines, first);
    if (!caption || end === undefined) return undefined;
    const rows = lines.slice(first, end);
    return {
      end,
      build: (reader) =>
        (foreign?.build(reader) ?? reader.blocks(rows)).map((table) => captioned(table, caption, rows, reader)),
    };
  },
};
