import type { Element } from "hast";
import { elementsIn } from "../model/hast.ts";

/** A table's cells by row and column; spanning cells are repeated (HTML, 4.9.12). */
export interface Grid {
  readonly head: readonly (readonly Element[])[];
  readonly body: readonly (readonly Element[])[];
}

/** Returns `undefined` if a row lacks a cell, or if no head names the columns. */
export function readGrid(table: Element): Grid | undefined {
  const head = expand(rowsIn(table, "thead"));
  const body = expand(["tbody", "tfoot"].flatMap((name) => rowsIn(table, name)));
  const columns = head[0]?.length ?? 0;
  const isWhole = columns > 0 && [...head, ...body].every((row) => row.length === columns && !row.includes(undefined));
  return isWhole ? { head: head as Element[][], body: body as Element[][] } : undefined;
}

function rowsIn(table: Element, group: string): Element[] {
  return elementsIn(table)
    .filter(({ tagName }) => tagName === group)
    .flatMap(elementsIn)
    .filter(({ tagName }) => tagName === "tr");
}

function expand(rows: readonly Element[]): (Element | undefined)[][] {
  const grid: (Element | undefined)[][] = rows.map(() => []);
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of elementsIn(row)) {
      while (grid[index]?.[column]) column += 1;
      const { rowSpan = 1, colSpan = 1 } = cell.properties;
      for (const line of grid.slice(index, index + Number(rowSpan))) {
        for (let step = 0; step < Number(colSpan); step += 1) line[column + step] = cell;
      }
      column += Number(colSpan);
    }
  }
  return grid.map((row) => Array.from(row));
}
