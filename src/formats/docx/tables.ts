import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from "docx";
import type { Element, ElementContent } from "hast";
import { toString } from "hast-util-to-string";
import { h } from "hastscript";
import { textWidth } from "../../model/text-width.ts";
import type { Block, DocxContext } from "./context.ts";
import { runsOf } from "./inline.ts";
import { direction } from "./lines.ts";
import { classesOf, elementsIn } from "../../model/hast.ts";
import { lineWidth } from "./page-size.ts";
import { largest } from "../../model/extremes.ts";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
/** Lines between rows, as in the other editions. */
const linesOf = (color: string) => {
  const line = { style: BorderStyle.SINGLE, size: 4, color } as const;
  return { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none };
};

type Blocks = (nodes: readonly ElementContent[]) => Block[];
type IsBlock = (node: ElementContent) => boolean;

/** Converts a table, with its caption above it; the head is repeated on each page. */
export function tableOf(node: Element, context: DocxContext, blocks: Blocks, isBlock: IsBlock): Block[] {
  const parts = elementsIn(node);
  const caption = parts.find(({ tagName }) => tagName === "caption");
  const rowsIn = (names: readonly string[]): { row: Element; isHead: boolean }[] =>
    parts
      .filter(({ tagName }) => names.includes(tagName))
      .flatMap((part) =>
        part.children
          .filter((child): child is Element => child.type === "element" && child.tagName === "tr")
          .map((row) => ({ row, isHead: part.tagName === "thead" })),
      );
  const rows = [...rowsIn(["thead"]), ...rowsIn(["tbody", "tfoot"])];
  const room = lineWidth(context.page);
  const columns = columnsOf(
    rows.map(({ row }) => cellsOf(row)),
    room,
  );
  const table = new Table({
    ...(columns && { columnWidths: columns.widths }),
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: linesOf(context.look.rule),
    tableLook: { firstRow: rows.some(({ isHead }) => isHead), firstColumn: rows.some(({ row }) => namesRow(row)) },
    ...(context.rightToLeft && { visuallyRightToLeft: true }),
    rows: rows.map(
      ({ row, isHead }) =>
        new TableRow({
          ...(isHead && { tableHeader: true }),
          cantSplit: true,
          children: cellsOf(row).map((cell) => cellOf(cell, context, blocks, isBlock, columns?.isDense)),
        }),
    ),
  });
  const name = caption
    ? [
        new Paragraph({
          style: "TableCaption",
          keepNext: true,
          children: runsOf([caption], context),
          ...direction(context),
        }),
      ]
    : [];
  return rows.length === 0 ? name : [...name, table, new Paragraph({})];
}

/** Reports whether a row's first cell is its header. */
function namesRow(row: Element): boolean {
  return cellsOf(row)[0]?.tagName === "th";
}

function cellsOf(row: Element): Element[] {
  return elementsIn(row).filter(({ tagName }) => /^t[hd]$/.test(tagName));
}

/**
 * Twentieths of a point that a letter and the edges of a cell take, with room for bold figures of the fonts that stand in
 * for Word's.
 */
const letter = { usual: 140, dense: 102 };
const edges = 280;

/**
 * Returns the widths of columns by their words, for programs that do not measure them, and whether letters must be small so
 * that no word is divided. Spans say nothing of a column: such a table keeps columns of one width.
 */
function columnsOf(rows: readonly Element[][], room: number): { widths: number[]; isDense: boolean } | undefined {
  const count = rows[0]?.length ?? 0;
  const isPlain = rows.every(
    (cells) => cells.length === count && cells.every(({ properties: { colSpan, rowSpan } }) => !colSpan && !rowSpan),
  );
  if (!isPlain || count < 2) return undefined;
  const columns = Array.from({ length: count }, (_, index) =>
    rows.map((cells) => toString(cells[index] ?? h("td")).trim()),
  );
  const words = columns.map((texts) => largest(texts.flatMap((text) => text.split(/[\s-]+/)).map(textWidth), 1));
  const least = (width: number): number[] => words.map((word) => word * width + edges);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const isDense = sum(least(letter.usual)) > room;
  const narrowest = least(isDense ? letter.dense : letter.usual);
  // What is left goes to the columns with the longest texts.
  const wanted = columns.map((texts, index) => Math.min(60, largest(texts.map(textWidth))) - (words[index] ?? 0));
  const share = Math.max(0, room - sum(narrowest)) / Math.max(1, sum(wanted));
  const widths = narrowest.map((width, index) => width + share * (wanted[index] ?? 0));
  return { widths: widths.map((width) => Math.round((width * room) / sum(widths))), isDense };
}

function cellOf(cell: Element, context: DocxContext, blocks: Blocks, isBlock: IsBlock, isDense = false): TableCell {
  const { colSpan, rowSpan, align } = cell.properties;
  const wanted = String(align ?? classesOf(cell).find((name) => name.startsWith("align-")) ?? "").replace("align-", "");
  const alignment = { center: AlignmentType.CENTER, right: AlignmentType.END }[wanted];
  const hasBlocks = cell.children.some((child) => isBlock(child));
  const children = hasBlocks
    ? blocks(cell.children)
    : [
        new Paragraph({
          style: isDense ? "TableDense" : "TableText",
          children: runsOf([cell], context),
          ...(alignment && { alignment }),
          ...direction(context),
        }),
      ];
  return new TableCell({
    // A cell must end with a paragraph (ECMA-376, 17.4.65).
    children: children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph({})],
    ...(Number(colSpan) > 1 && { columnSpan: Number(colSpan) }),
    ...(Number(rowSpan) > 1 && { rowSpan: Number(rowSpan) }),
  });
}
