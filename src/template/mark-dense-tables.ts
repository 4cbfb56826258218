import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/** Characters of the table's type in a line of a handout, and what the space between two columns takes of them. */
const handoutMeasure = 80;
const gap = 3;

/**
 * A table whose longest words do not fit beside each other would make the browser shrink the whole document. It is
 * marked, for the style sheet to set it smaller and to break words. `measure`: characters to a line.
 */
export function markDenseTables(tree: Root, measure = handoutMeasure): void {
  visit(tree, "element", (node) => {
    if (node.tagName !== "table" || leastWidth(node) <= measure) return;
    const { className } = node.properties;
    node.properties.className = [...(Array.isArray(className) ? className : []), "dense"];
  });
}

/** The sum, in characters, of the longest word of each column. */
function leastWidth(table: Element): number {
  const columns: number[] = [];
  visit(table, "element", (row) => {
    if (row.tagName !== "tr") return;
    const cells = row.children.filter((cell) => cell.type === "element");
    for (const [index, cell] of cells.entries()) {
      const words = toString(cell).split(/[\s-]+/);
      columns[index] = Math.max(columns[index] ?? 0, ...words.map((word) => word.length));
    }
  });
  return columns.reduce((sum, width) => sum + width + gap, 0);
}
