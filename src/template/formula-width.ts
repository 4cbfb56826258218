import type { Element, ElementContent } from "hast";
import { elementsIn } from "../model/hast.ts";

/** Signs with space around them: relations, and binary operators. */
export const relation = /^[=≠<>≤≥≪≫≈≅≡∼∝∈∉⊂⊆⊃⊇→←↔⇒⇐⇔↦≔]+$/u;
export const operator = /^[+\-−±∓×÷·∧∨∩∪∖⊕⊗]$/u;

/** Widths in em: a letter or digit, a sign with space around it, other signs, and smaller type. */
const letter = 0.55;
const spacedSign = 1.3;
const otherSign = 0.45;
const small = 0.75;

/** Estimates a formula's width in em, rather too wide than too narrow. */
export function formulaWidth(node: ElementContent): number {
  if (node.type === "text") return [...node.value.trim()].length * letter;
  if (node.type !== "element") return 0;
  const parts = elementsIn(node);
  const widths = parts.map(formulaWidth);
  const [base = 0, ...others] = widths;
  switch (node.tagName) {
    case "annotation":
    case "annotation-xml":
      return 0;
    case "mo":
      return signWidth(textOf(node));
    case "mspace":
      return Math.max(0, Number.parseFloat(String(node.properties["width"] ?? "0")) || 0);
    case "msub":
    case "msup":
    case "msubsup":
      return base + Math.max(0, ...others) * small;
    case "munder":
    case "mover":
    case "munderover":
      return Math.max(base, ...others.map((width) => width * small));
    case "mfrac":
      return Math.max(0, ...widths) + 0.2;
    case "msqrt":
    case "mroot":
      return sum(widths) + 0.9;
    case "mtable":
      return tableWidth(parts);
    default:
      return parts.length > 0 ? sum(widths) : sum(node.children.map(formulaWidth));
  }
}

function signWidth(text: string): number {
  if (relation.test(text) || operator.test(text)) return spacedSign;
  return /^[∑∏∫⋃⋂]/u.test(text) ? 1.4 : [...text].length * otherSign;
}

function tableWidth(rows: readonly Element[]): number {
  const columns: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of elementsIn(row).entries()) {
      columns[index] = Math.max(columns[index] ?? 0, formulaWidth(cell));
    }
  }
  return sum(columns) + columns.length * 0.8;
}

export function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
