import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../model/visit.ts";
import { directionOf } from "../config/metadata.ts";
import { addClass, elementsIn, hasClass, isElement } from "../model/hast.ts";

/** Maximum number of decimals in a column. */
const maxDecimals = 4;

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
  const point = new Intl.NumberFormat(language).formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? ".";
  visit(tree, "element", (table) => {
    if (table.tagName !== "table") return;
    for (const column of columnsOf(table)) alignColumn(column, point);
  });
}

function alignColumn(column: readonly Element[], point: string): void {
  const filled = column.filter((cell) => /\d/.test(toString(cell)));
  const numbers = filled.flatMap((cell) => readCell(cell, point) ?? []);
  const most = Math.max(0, ...numbers.map(({ decimals }) => decimals));
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

/** Returns the body cells by column; none where cells span several. */
function columnsOf(table: Element): Element[][] {
  const columns: Element[][] = [];
  let isRegular = true;
  visit(table, "element", (cell, _, parent) => {
    if (!isElement(parent, "tr") || !isElement(cell, "td", "th")) return;
    const { colSpan = 1, rowSpan = 1 } = cell.properties;
    if (Number(colSpan) !== 1 || Number(rowSpan) !== 1) isRegular = false;
    const index = elementsIn(parent).indexOf(cell);
    if (cell.tagName === "td") (columns[index] ??= []).push(cell);
  });
  return isRegular ? columns.filter((column) => column !== undefined) : [];
}
