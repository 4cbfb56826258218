import type { RootContent } from "mdast";
import { type BlockLine, type BlockReader, isBlankLine } from "../block.ts";
import { elementNode } from "../nodes.ts";

export type Alignment = "left" | "right" | "center" | undefined;

/** A cell of another tool's table: its lines, and its column and row span. */
export interface ForeignCell {
  readonly lines: readonly BlockLine[];
  readonly align?: Alignment;
  readonly columns?: number;
  readonly rows?: number;
}

export interface ForeignTable {
  readonly head: readonly (readonly ForeignCell[])[];
  readonly body: readonly (readonly ForeignCell[])[];
}

/** Builds a table whose cells may contain blocks. */
export function tableNode({ head, body }: ForeignTable, lines: readonly BlockLine[], reader: BlockReader): RootContent {
  const rows = (cells: ForeignTable["head"], name: string): RootContent[] =>
    cells.map((row) =>
      elementNode(
        "tr",
        row.map((cell) => cellNode(cell, name, lines, reader)),
        lines,
      ),
    );
  return elementNode(
    "table",
    [
      ...(head.length > 0 ? [elementNode("thead", rows(head, "th"), lines)] : []),
      ...(body.length > 0 ? [elementNode("tbody", rows(body, "td"), lines)] : []),
    ],
    lines,
  );
}

function cellNode(cell: ForeignCell, name: string, lines: readonly BlockLine[], reader: BlockReader): RootContent {
  const content = reader.blocks(cell.lines);
  const written = cell.lines.filter((line) => !isBlankLine(line));
  const properties = {
    ...(cell.align !== undefined && { align: cell.align }),
    ...(cell.columns !== undefined && cell.columns > 1 && { colSpan: cell.columns }),
    ...(cell.rows !== undefined && cell.rows > 1 && { rowSpan: cell.rows }),
  };
  return elementNode(name, withoutParagraph(content), written.length > 0 ? written : lines, properties);
}

/** Unwraps a cell's only paragraph. */
function withoutParagraph(content: readonly RootContent[]): readonly RootContent[] {
  const [only, more] = content;
  return only?.type === "paragraph" && !more ? only.children : content;
}
