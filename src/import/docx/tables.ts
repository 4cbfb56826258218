import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../../model/visit.ts";

/** Sets the alignment of cells, and removes bold from header cells. */
export function settleTables(root: Root): void {
  visit(root, "element", (node, index, parent) => {
    if (/^(?:th|h[1-6]|dt)$/.test(node.tagName)) node.children = unwrapStrong(node.children);
    if (/^t[hd]$/.test(node.tagName)) alignCell(node);
    const cells = node.tagName === "table" ? cellsOf(node) : [];
    const [only] = cells;
    // A table with one cell is a frame.
    if (cells.length === 1 && only && parent && index !== undefined) {
      parent.children.splice(index, 1, ...only.children);
      return index;
    }
    return undefined;
  });
}

function cellsOf(table: Element): Element[] {
  const cells: Element[] = [];
  visit(table, "element", (node) => void (/^t[hd]$/.test(node.tagName) && cells.push(node)));
  return cells;
}

function alignCell(cell: Element): void {
  const blocks = cell.children.filter((child): child is Element => child.type === "element");
  const aligned = blocks.find((block) => block.properties["dataAlign"] !== undefined);
  if (aligned) cell.properties["align"] = String(aligned.properties["dataAlign"]);
  // Unwrap a cell's only paragraph.
  const [only] = blocks;
  if (blocks.length === 1 && only?.tagName === "p" && cell.children.length === 1) cell.children = only.children;
}

function unwrapStrong(children: readonly ElementContent[]): ElementContent[] {
  const isAll = children.every(
    (child) =>
      (child.type === "text" && child.value.trim() === "") ||
      (child.type === "element" && (["strong", "a", "br"].includes(child.tagName) || child.tagName === "p")),
  );
  if (!isAll) return [...children];
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== "element") return [child];
    if (child.tagName === "strong") return child.children;
    if (child.tagName === "a" && toString(child) === "") return [child];
    return [{ ...child, children: unwrapStrong(child.children) }];
  });
}
