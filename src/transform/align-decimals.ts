import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../model/visit.ts";
import { directionOf } from "../config/metadata.ts";
import { addClass, elementsIn, hasClass } from "../model/hast.ts";
import { largest } from "../model/extremes.ts";
import { once } from "../model/once.ts";

/** Maximum number of decimals in a column. */
const maxDecimals = 4;

/** The largest `colspan` (HTML, 4.9.12). */
const mostColumns = 1000;

interface Cell {
  readonly cell: Element;
  readonly decimals: number;
}

/**
 * Aligns decimal points in right-aligned columns of numbers: a number with fewer decimals gets a class with the number
 * of missing digits (`lacks-1`, and `lacks-point`), for which a style sheet adds space.
 */
export function alignDecimals(tree: Root, language: string): void {
  if (directionOf(language) === "rtl") return;
  const point = once(() => pointOf(language));
  visit(tree, "element", (table) => {
    if (table.tagName !== "table") return;
    for (const column of columnsOf(table)) alignColumn(column, point());
  });
}

function pointOf(language: string): string {
  return new Intl.NumberFormat(language).formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? ".";
}

function alignColumn(column: readonly Element[], point: string): void {
  const filled = column.filter((cell) => /\d/.test(toString(cell)));
  const numbers = filled.flatMap((cell) => readCell(cell, point) ?? []);
  const most = largest(
    numbers.map(({ decimals }) => decimals),
    0,
  );
  if (numbers.length < filled.length || most === 0 || most > maxDecimals) return;
  for (const { cell, decimals } of numbers) {
    if (decimals < most) addClass(cell, `lacks-${most - decimals}`, ...(decimals === 0 ? ["lacks-point"] : []));
  }
}

/**
 * Parses a number with its sign and thousands separators. Returns `undefined` if the cell holds more, such as a unit.
 */
function readCell(cell: Element, point: string): Cell | undefined {
  const number = toString(cell).trim();
  if (!/^[+\-−–]?[\d.,\s'’]*\d$/.test(number) || !hasClass(cell, "align-right")) return undefined;
  const at = number.lastIndexOf(point);
  return { cell, decimals: at < 0 ? 0 : number.length - at - point.length };
}

/** Returns the body cells by column, without those that span several columns. */
function columnsOf(table: Element): Element[][] {
  const columns: Element[][] = [];
  /** How many more rows a cell above reaches into, by column. */
  let covered: number[] = [];
  visit(table, "element", (row) => {
    if (row.tagName !== "tr") return;
    const rows: number[] = covered.map((count) => Math.max(0, count - 1));
    let at = 0;
    for (const cell of elementsIn(row)) {
      const { colSpan = 1, rowSpan = 1 } = cell.properties;
      while ((covered[at] ?? 0) > 0) at += 1;
      const width = Math.min(Math.max(1, Number(colSpan)), mostColumns);
      if (cell.tagName === "td" && width === 1) (columns[at] ??= []).push(cell);
      for (let column = at; column < at + width; column += 1) rows[column] = Math.max(0, Number(rowSpan) - 1);
      at += width;
    }
    covered = Array.from(rows, (count) => count ?? 0);
  });
  return columns.filter((column) => column !== undefined);
}
