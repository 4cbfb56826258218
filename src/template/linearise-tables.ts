import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { textOf } from "../model/text-of.ts";
import { visit } from "../model/visit.ts";
import { type Grid, readGrid } from "./table-grid.ts";
import { leastWidth, spacedText } from "./table-width.ts";
import { elementsIn } from "../model/hast.ts";
import { largest } from "../model/extremes.ts";

/** Characters: the gap between columns, and the least width of a prose column. */
const gap = 3;
const column = 14;

/**
 * Turns tables whose columns do not fit into lists: each row becomes an item, and each of its cells an item that begins
 * with the column's name, which readers would otherwise look up. `roomOf`: characters per line in the smallest table
 * type. In `largePrint`, which has one font size, columns have a minimum width.
 */
export function lineariseTables(tree: Root, roomOf: (table: Element) => number, largePrint = false): void {
  visit(tree, "element", (node, index, parent) => {
    const grid = node.tagName === "table" ? readGrid(node) : undefined;
    if (!grid || !parent || index === undefined) return;
    if ((largePrint ? widthOf(grid) : leastWidth(node)) <= roomOf(node)) return;
    parent.children[index] = toList(node, grid);
  });
}

function widthOf({ head, body }: Grid): number {
  const textsOf = (rows: Grid["body"], place: number) => rows.map((row) => spacedText(row[place] as Element).trim());
  const widths = (head[0] ?? []).map((_, place) => {
    const cells = textsOf(body, place);
    const words = [...textsOf(head, place), ...cells].flatMap((text) => text.split(/[\s-]+/));
    // Header cells stack a few words; cells with prose have a minimum width.
    return gap + Math.max(longest(words), Math.min(longest(cells), column));
  });
  return widths.reduce((sum, width) => sum + width, 0);
}

function longest(texts: readonly string[]): number {
  return largest(
    texts.map((text) => text.length),
    0,
  );
}

function toList(table: Element, { head, body }: Grid): Element {
  const { id, lang, dir } = table.properties;
  const caption = elementsIn(table).find(({ tagName }) => tagName === "caption");
  const names = (head[0] ?? []).map((_, place) => {
    const above = head.map((row) => textOf(row[place] as Element).trim());
    return [...new Set(above)].filter((name) => name !== "").join(", ");
  });
  const items = repeatSpanned(body).map((row) => toRecord(row, names));
  return h("div", { ...(id !== undefined && { id }), ...(lang && { lang }), ...(dir && { dir }) }, [
    ...(caption ? [h(holderOf(caption), { className: ["records-caption"] }, caption.children)] : []),
    h("ul", { className: ["records"] }, items),
  ]);
}

/** Repeats a cell that spans rows in each of them, but its ids only once. */
function repeatSpanned(body: Grid["body"]): Element[][] {
  const seen = new Set<Element>();
  return body.map((row) => {
    const cells = new Map(row.map((cell) => [cell, seen.has(cell) ? withoutIds(cell) : cell]));
    for (const cell of row) seen.add(cell);
    return row.map((cell) => cells.get(cell) ?? cell);
  });
}

function withoutIds(cell: Element): Element {
  const copy = structuredClone(cell);
  visit(copy, "element", ({ properties }) => void delete properties.id);
  return copy;
}

/** Names a row by its first cell; a cell that spans columns gets the names of all of them. */
function toRecord(row: readonly Element[], names: readonly string[]): Element {
  const parts = [...new Set(row)].map((cell) => {
    const spanned = names.filter((name, place) => row[place] === cell && name !== "");
    return { cell, content: [...columnName(spanned.join("; ")), ...cell.children] };
  });
  const [first, ...others] = parts.filter(({ cell }) => cell.children.length > 0);
  const items = others.map(({ cell, content }) => h("li", carriedProperties(cell), content));
  return h("li", {}, [
    ...(first
      ? [h(holderOf(first.cell), { className: ["record-name"], ...carriedProperties(first.cell) }, first.content)]
      : []),
    ...(items.length > 0 ? [h("ul", { className: ["record"] }, items)] : []),
  ]);
}

function columnName(name = ""): ElementContent[] {
  if (name === "") return [];
  return [h("span", { className: ["record-column"] }, `${name}:`), { type: "text", value: " " }];
}

/** Keeps link targets and languages. */
function carriedProperties({ properties: { id, lang, dir } }: Element): Element["properties"] {
  return { ...(id !== undefined && { id }), ...(lang && { lang }), ...(dir && { dir }) };
}

/** A paragraph, unless it contains a block. */
function holderOf(cell: Element): "p" | "div" {
  const blocks = new Set(["p", "ul", "ol", "dl", "div", "pre", "blockquote", "table", "figure", "section", "aside"]);
  return elementsIn(cell).some(({ tagName }) => blocks.has(tagName)) ? "div" : "p";
}
