import type { Element } from "hast";
import { addClass, elementsIn } from "../../../model/hast.ts";
import { visit } from "../../../model/visit.ts";
import { lineariseTables } from "../../../template/linearise-tables.ts";
import { markDenseTables } from "../../../template/mark-dense-tables.ts";
import { leastWidth } from "../../../template/table-width.ts";
import type { PrintDocument } from "./print-document.ts";
import { turnedMeasure } from "./turned-pages.ts";

/** Characters per line: of a handout in the smallest and the usual table type, and of large print. */
const [smallestMeasure, usualMeasure, largeMeasure] = [104, 80, 48];

/** Characters per column below which a table's words do not fit, whatever they are. */
const leastColumn = 4;

/**
 * Turns tables that do not fit into lists. Those that cannot become lists, because no header cells name their columns,
 * get the class `tight`: their words may be broken, but nothing is cut off at the page's edge.
 */
export function listWideTables(document: PrintDocument): void {
  const isLarge = document.design === "large-print";
  const scaleOf = scaleFor(document);
  const most = isLarge ? largeMeasure : smallestMeasure;
  lineariseTables(document.tree, (table) => most * scaleOf(table), isLarge);
  visit(document.tree, "element", (table) => {
    if (table.tagName !== "table") return;
    const room = most * scaleOf(table);
    if (leastWidth(table) > room || columnsOf(table) * leastColumn > room) addClass(table, "tight");
  });
}

function columnsOf(table: Element): number {
  let columns = 0;
  visit(table, "element", (row) => {
    if (row.tagName !== "tr") return;
    columns = Math.max(
      columns,
      elementsIn(row).reduce((sum, { properties }) => sum + Number(properties["colSpan"] ?? 1), 0),
    );
  });
  return columns;
}

/** Sets tables with little room in smaller type. */
export function setDenseTables(document: PrintDocument): void {
  const scaleOf = scaleFor(document);
  markDenseTables(document.tree, (table) => usualMeasure * scaleOf(table));
}

/** Returns a function that gives how many times wider a table's lines are than on a page of the template's own size. */
function scaleFor({ sheet, turned }: PrintDocument): (table: Element) => number {
  const wide = new Set<Element>();
  for (const element of turned) visit(element, "element", (node) => void wide.add(node));
  const { measure = 1 } = sheet;
  return (table) => measure * (wide.has(table) ? turnedMeasure(sheet) : 1);
}
