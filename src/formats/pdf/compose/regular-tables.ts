import type { Element, Root } from "hast";
import { h } from "hastscript";
import { visit } from "../../../model/visit.ts";
import { elementsIn } from "../../../model/hast.ts";
import { largest } from "../../../model/extremes.ts";

/**
 * Makes tables regular (ISO 14289-1, 7.5): shortens spans to the table's end and adds missing cells. Empty cells get
 * content, because only painted content is tagged. A role keeps the browser from treating a table without header cells
 * as a layout table.
 */
export function regularTables(tree: Root): void {
  visit(tree, "element", (table) => {
    if (table.tagName !== "table") return;
    table.properties.role = "table";
    const groups = rowGroups(table);
    // Cells next to one that spans rows and columns can lie beyond the limit for spans.
    const limit = largest(
      groups.flatMap(columnsTaken).map((row) => row.length),
      1,
    );
    const placed = groups.map((rows) => placeCells(rows, limit));
    const columns = largest(
      placed.flatMap(({ taken }) => taken.map((row) => row.length)),
      limit,
    );
    for (const [index, rows] of groups.entries()) fill(rows, columns, placed[index] ?? { cells: [], taken: [] });
    withoutCovered(table);
    visit(table, "element", (cell) => {
      if (isCell(cell) && !hasContent(cell)) {
        cell.tagName = "td";
        cell.children.push({ type: "text", value: "\u00A0" });
      }
    });
  });
}

/** Returns the row groups; a cell cannot span from one group into the next (HTML, 4.9.12.1). */
function rowGroups(table: Element): Element[][] {
  const groups: Element[][] = [];
  let loose: Element[] | undefined;
  for (const child of elementsIn(table)) {
    if (child.tagName === "tr") {
      if (!loose) groups.push((loose = []));
      loose.push(child);
    } else if (["thead", "tbody", "tfoot"].includes(child.tagName)) {
      loose = undefined;
      groups.push(elementsIn(child).filter(({ tagName }) => tagName === "tr"));
    }
  }
  return groups;
}

/** Returns which columns of each row are occupied, with its last cell counted as one: a span alone adds no columns. */
function columnsTaken(rows: readonly Element[]): true[][] {
  const taken = rows.map((): true[] => []);
  for (const [index, row] of rows.entries()) {
    const cells = elementsIn(row).filter(isCell);
    for (const [position, cell] of cells.entries()) {
      const column = firstFree(taken[index] ?? []);
      const across = position < cells.length - 1 ? spanOf(cell, "colSpan") : 1;
      take(taken, index, column, across, spanOf(cell, "rowSpan", rows.length - index));
    }
  }
  return taken;
}

/** Cells with the rows and columns that they occupy, and the occupied columns of each row. */
interface Placed {
  readonly cells: readonly PlacedCell[];
  readonly taken: true[][];
}

interface PlacedCell {
  readonly cell: Element;
  readonly row: number;
  readonly across: number;
  readonly down: number;
}

/** Places each cell in the first free column. Spans end before the next occupied column, and at column `limit`. */
function placeCells(rows: readonly Element[], limit: number): Placed {
  const taken = rows.map((): true[] => []);
  const cells: PlacedCell[] = [];
  for (const [row, element] of rows.entries()) {
    const own = taken[row] ?? [];
    for (const cell of elementsIn(element).filter(isCell)) {
      const column = firstFree(own);
      const next = own.findIndex((isTaken, index) => index > column && isTaken);
      const room = (next < 0 ? Math.max(limit, column + 1) : next) - column;
      const across = Math.min(spanOf(cell, "colSpan"), room);
      const down = spanOf(cell, "rowSpan", rows.length - row);
      take(taken, row, column, across, down);
      cells.push({ cell, row, across, down });
    }
  }
  return { cells, taken };
}

/** Sets the spans of placed cells and adds missing cells up to `columns`. */
function fill(rows: readonly Element[], columns: number, { cells, taken }: Placed): void {
  for (const { cell, across, down } of cells) {
    setSpan(cell, "colSpan", across);
    setSpan(cell, "rowSpan", down);
  }
  for (const [index, row] of rows.entries()) {
    const own = taken[index] ?? [];
    for (let column = firstFree(own); column < columns; column = firstFree(own)) {
      const next = own.findIndex((isTaken, later) => later > column && isTaken);
      const across = (next < 0 ? columns : next) - column;
      row.children.push(h("td", across > 1 ? { colSpan: across } : {}));
      take([own], 0, column, across, 1);
    }
  }
  dropCovered(rows, cells);
}

/** Removes rows that have no cell of their own. */
function dropCovered(rows: readonly Element[], cells: readonly PlacedCell[]): void {
  const spanning = cells.filter(({ down }) => down > 1);
  for (const [index, row] of rows.entries()) {
    if (elementsIn(row).some(isCell)) continue;
    for (const { cell, row: from, down } of spanning) {
      if (from < index && index < from + down) setSpan(cell, "rowSpan", Number(cell.properties["rowSpan"] ?? 1) - 1);
    }
    row.properties["dataCovered"] = true;
  }
}

function withoutCovered(parent: Element): void {
  parent.children = parent.children.filter((child) => child.type !== "element" || !child.properties["dataCovered"]);
  for (const group of elementsIn(parent)) if (/^t(?:head|body|foot)$/.test(group.tagName)) withoutCovered(group);
}

function take(taken: readonly true[][], row: number, column: number, across: number, down: number): void {
  for (const cells of taken.slice(row, row + down)) {
    for (let place = column; place < column + across; place += 1) cells[place] = true;
  }
}

function firstFree(cells: readonly (true | undefined)[]): number {
  for (let column = 0; column < cells.length; column += 1) if (!cells[column]) return column;
  return cells.length;
}

/** Returns a cell's span; `rowspan=0` means the rest of the group (HTML, 4.9.11). */
function spanOf({ properties }: Element, key: "colSpan" | "rowSpan", most = 1000): number {
  const value = Number(properties[key] ?? 1);
  if (key === "rowSpan" && value === 0) return most;
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 1;
}

function setSpan(cell: Element, key: "colSpan" | "rowSpan", value: number): void {
  if (value > 1) cell.properties[key] = value;
  else delete cell.properties[key];
}

function hasContent(node: Element): boolean {
  return node.children.some((child) => {
    if (child.type === "text") return child.value.trim() !== "";
    if (child.type !== "element" || child.properties["hidden"]) return false;
    const { alt, ariaLabel } = child.properties;
    return Boolean(alt) || Boolean(ariaLabel) || child.tagName === "math" || hasContent(child);
  });
}

function isCell({ tagName }: Element): boolean {
  return tagName === "td" || tagName === "th";
}
