import type { Element, Root } from "hast";
import { visit } from "../../../model/visit.ts";
import type { Messages } from "../../../i18n/messages.ts";
import { elementsIn, hasClass } from "../../../model/hast.ts";
import type { LongTable } from "../../../model/page.ts";
import { blockId, footnoteEndId, type PagePositions } from "../../../model/page-map.ts";
import { textOf } from "../../../model/text-of.ts";
import { plain, type RunningLine } from "./running-head-rows.ts";

/** Returns the labelled tables that may cross a page end, with the ids of their start and their last row. */
export function findLongTables(tree: Root): LongTable[] {
  const found: LongTable[] = [];
  visit(tree, "element", (table) => {
    if (table.tagName !== "table" || !hasClass(table, "long")) return;
    const label = labelOf(table);
    const cell = lastCell(table);
    if (label === undefined || !cell) return;
    const name = `table-${found.length + 1}`;
    const start = (table.properties.id ??= table.data?.block
      ? blockId(table.data.block)
      : footnoteEndId(`${name}-start`));
    const end = (cell.properties.id ??= footnoteEndId(name));
    found.push({ start: String(start), end: String(end), label });
  });
  return found;
}

/** Returns "Table 2" from "Table 2." */
function labelOf(table: Element): string | undefined {
  const caption = elementsIn(table).find(({ tagName }) => tagName === "caption");
  const label = caption && elementsIn(caption).find((child) => hasClass(child, "caption-label"));
  return label && textOf(label).replace(/\.$/, "");
}

function lastCell(table: Element): Element | undefined {
  const rows = elementsIn(table).flatMap((part) => (/^t(?:body|foot)$/.test(part.tagName) ? elementsIn(part) : []));
  const [cell] = elementsIn(rows.at(-1) ?? table).filter(({ tagName }) => /^t[hd]$/.test(tagName));
  return cell;
}

/**
 * Returns "Table 2 (continued)" for the top of each further page of a table, where its head is repeated. It is printed
 * with the running heads and, like them, is an artifact (ISO 14289-1, 7.8): assistive technology reads the table
 * without interruption.
 */
export function continuedRows(words: Messages, positions: PagePositions, tables: readonly LongTable[]): RunningLine[] {
  return tables.flatMap(({ start, end, label }) => {
    const [first, last] = [positions.get(start)?.page ?? 0, positions.get(end)?.page ?? 0];
    const count = first === 0 ? 0 : Math.max(0, last - first);
    return Array.from({ length: count }, (_, index): RunningLine => {
      const page = first + 1 + index;
      const text = words.continued.replace("#", label);
      return { page, side: page % 2 === 0 ? "even" : "odd", kind: "continued", start: plain("table", text), end: null };
    });
  });
}
