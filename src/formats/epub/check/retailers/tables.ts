import type { Element } from "xast";
import type { OpenBook, OpenElement } from "../open-book.ts";
import type { RetailerFinding } from "./retailer-check.ts";
import { largest } from "../../../../model/extremes.ts";

const most = { rows: 100, columns: 10 } as const;

export function nestedTables(book: OpenBook): RetailerFinding[] {
  return tablesOf(book, ({ ancestors }) =>
    ancestors.some(({ name }) => name === "table") ? "A table is nested in a table." : undefined,
  );
}

export function largeTables(book: OpenBook): RetailerFinding[] {
  return tablesOf(book, ({ element }) => {
    const rows = descendants(element, "tr");
    const columns = largest(rows.map(countColumns), 0);
    if (rows.length <= most.rows && columns <= most.columns) return undefined;
    return `A table has ${rows.length} rows and ${columns} columns.`;
  });
}

function tablesOf({ documents }: OpenBook, complain: (table: OpenElement) => string | undefined): RetailerFinding[] {
  return documents.flatMap(({ path, elements }) =>
    elements.flatMap((table): RetailerFinding[] => {
      const message = table.element.name === "table" ? complain(table) : undefined;
      return message === undefined ? [] : [{ message, path, element: table.element }];
    }),
  );
}

function countColumns(row: Element): number {
  const cells = row.children.filter((child) => child.type === "element");
  return cells.reduce((sum, { attributes }) => sum + Number(attributes["colspan"] ?? 1), 0);
}

function descendants(element: Element, name: string): Element[] {
  return element.children.flatMap((child) =>
    child.type === "element" ? [...(child.name === name ? [child] : []), ...descendants(child, name)] : [],
  );
}
