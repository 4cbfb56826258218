import type { Check, Finding } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { elementsThat, placeOf } from "./place.ts";
import { asText, listOf, textOf } from "../read/objects.ts";
import { attributeOf, type StructureElement } from "../read/structure.ts";
import { readGrid } from "../read/table-grid.ts";
import { findInvalidNesting } from "./invalid-nesting.ts";

/** Checks for tables: nesting, a regular grid, and header cells for each data cell. */
export const tableChecks: readonly Check[] = [
  {
    checkpoint: "09-004",
    clause: { "ua-1": "ISO 14289-1, 7.2 (ISO 32000-1, 14.8.4.3.4)", "ua-2": "ISO 32000-2, 14.8.4.8.3" },
    what: "A part of a table is in the wrong place.",
    find: (file) => [...findInvalidNesting(file, insides), ...elementsThat(file, (element) => !isWholeTable(element))],
  },
  {
    checkpoint: "7.2-15",
    clause: { "ua-1": "ISO 14289-1, 7.2", "ua-2": "ISO 14289-2, 8.2.5.26" },
    what: "Two cells of a table overlap.",
    find: (file) => tablesThat(file, (table) => readGrid(table).overlaps),
  },
  {
    checkpoint: "7.2-42",
    clause: { "ua-1": "ISO 14289-1, 7.2", "ua-2": "ISO 14289-2, 8.2.5.26" },
    what: "The rows of a table do not have the same number of columns.",
    find: (file) => tablesThat(file, (table) => !readGrid(table).overlaps && readGrid(table).ragged),
  },
  {
    checkpoint: "15-003",
    clause: { "ua-1": "ISO 14289-1, 7.5", "ua-2": "ISO 14289-2, 8.2.5.26" },
    what: "A table does not say which cells its header cells are for.",
    find: findLooseHeads,
  },
  {
    checkpoint: "7.5-2",
    clause: { "ua-1": "ISO 14289-1, 7.5", "ua-2": "ISO 14289-2, 8.2.5.26" },
    what: "A cell names a header cell that does not exist.",
    find: findUnknownHeads,
  },
];

/** What each part of a table may contain, and what must contain it. */
const insides = [
  { parent: "Table", children: ["TR", "THead", "TBody", "TFoot", "Caption"] },
  { parent: "THead", children: ["TR"], within: ["Table"] },
  { parent: "TBody", children: ["TR"], within: ["Table"] },
  { parent: "TFoot", children: ["TR"], within: ["Table"] },
  { parent: "TR", children: ["TH", "TD"], within: ["Table", "THead", "TBody", "TFoot"] },
  { parent: "TH", within: ["TR"] },
  { parent: "TD", within: ["TR"] },
];

/** At most one THead and TFoot, a TBody with either, and a caption first or last. */
function isWholeTable({ role, children }: StructureElement): boolean {
  if (role !== "Table") return true;
  const count = (type: string): number => children.filter((child) => child.role === type).length;
  const caption = children.findIndex((child) => child.role === "Caption");
  return (
    count("THead") <= 1 &&
    count("TFoot") <= 1 &&
    count("Caption") <= 1 &&
    (count("THead") + count("TFoot") === 0 || count("TBody") > 0) &&
    (caption <= 0 || caption === children.length - 1)
  );
}

function tablesThat(file: PdfFile, isWrong: (table: StructureElement) => boolean): Finding[] {
  return elementsThat(file, (element) => element.role === "Table" && isWrong(element));
}

/** Each header cell has a Scope, or the data cells name their headers (ISO 32000-1, 14.8.5.7). */
function findLooseHeads(file: PdfFile): Finding[] {
  return file.elements
    .filter(({ role }) => role === "Table")
    .filter((table) => !cellsOf(table).some((cell) => attributeOf(cell, "Table", "Headers")))
    .flatMap(cellsOf)
    .filter((cell) => cell.role === "TH" && !attributeOf(cell, "Table", "Scope"))
    .map((cell) => placeOf(file, cell));
}

function findUnknownHeads(file: PdfFile): Finding[] {
  return file.elements
    .filter(({ role }) => role === "Table")
    .flatMap((table) => {
      const ids = new Set(cellsOf(table).map(({ dict }) => textOf(dict, "ID")));
      return cellsOf(table).filter((cell) =>
        listOf(attributeOf(cell, "Table", "Headers")).some((head) => !ids.has(asText(head))),
      );
    })
    .map((cell) => placeOf(file, cell));
}

/** Returns the cells of a table, without those of nested tables. */
function cellsOf({ children }: StructureElement): StructureElement[] {
  return children.flatMap((child) => {
    if (child.role === "TH" || child.role === "TD") return [child];
    return child.role === "Table" ? [] : cellsOf(child);
  });
}
