import type { Element, ElementContent } from "hast";

type Row = (children: readonly ElementContent[]) => string;

const environments: Readonly<Record<string, string>> = {
  "()": "pmatrix",
  "[]": "bmatrix",
  "{}": "Bmatrix",
  "||": "vmatrix",
  "‖‖": "Vmatrix",
  "{": "cases",
};

/** Converts a table in a formula: a matrix, depending on its fences, cases, or aligned lines. */
export function matrix(node: Element, fences: string | undefined, row: Row): string {
  const rows = childrenOf(node, ["mtr", "mlabeledtr"]).map((child) =>
    childrenOf(child, ["mtd"]).map((cell) => row(cell.children)),
  );
  const body = rows.map((cells) => cells.join(" & ").replaceAll(/ {2,}/g, " ").trim()).join(" \\\\ ");
  const alignment = String(node.properties["columnalign"] ?? "");
  const isAligned =
    rows.every(([, second]) => second !== undefined && /^(?:[=<>]|\\[lgn]eq|\\approx)/.test(second)) ||
    /right left/.test(alignment) ||
    /tml-right|jot/.test(String(node.properties["className"] ?? ""));
  const name = fences === undefined ? (isAligned ? "aligned" : "matrix") : (environments[fences] ?? "matrix");
  return `\\begin{${name}} ${body} \\end{${name}}`;
}

function childrenOf(node: Element, names: readonly string[]): Element[] {
  return node.children.filter((child): child is Element => child.type === "element" && names.includes(child.tagName));
}
