import type { Element } from "hast";
import { visit } from "../../../model/visit.ts";
import { lineariseTables } from "../../../template/linearise-tables.ts";
import { markDenseTables } from "../../../template/mark-dense-tables.ts";
import type { PrintDocument } from "./print-document.ts";
import { turnedMeasure } from "./turned-pages.ts";

/** Characters per line: of a handout in the smallest and the usual table type, and of large print. */
const [smallestMeasure, usualMeasure, largeMeasure] = [104, 80, 48];

/** Turns tables that do not fit into lists. */
export function listWideTables(document: PrintDocument): void {
  const isLarge = document.design === "large-print";
  const scaleOf = scaleFor(document);
  const most = isLarge ? largeMeasure : smallestMeasure;
  lineariseTables(document.tree, (table) => most * scaleOf(table), isLarge);
}

/** Sets tables with little room in smaller type. */
export function setDenseTables(document: PrintDocument): void {
  const scaleOf = scaleFor(document);
  markDenseTables(document.tree, (table) => usualMeasure * scaleOf(table));
}

/** Returns a function that gives how many times wider a table's lines are than on a page of the template's own size. */
function scaleFor({ sheet, turned }: PrintDocument): (table: Element) => number {
  const wide = new Set<Element>();
  for (const one of turned) visit(one, "element", (node) => void wide.add(node));
  const { measure = 1 } = sheet;
  return (table) => measure * (wide.has(table) ? turnedMeasure(sheet) : 1);
}
