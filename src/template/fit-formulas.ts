import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "../model/visit.ts";
import { formulaWidth, operator, relation, textOf } from "./formula-width.ts";
import { addClass } from "../model/hast.ts";

/** The smallest scale at which a formula is legible. */
const smallest = 0.4;

/**
 * Breaks formulas wider than the line before relations and operators (ISO 80000-2, 7.1.3), and scales down those that
 * cannot be broken: otherwise the browser would shrink the whole document or cut them off. `room`: line length in em.
 * Returns the scales, in per cent, of those scaled down.
 */
export function fitFormulas(tree: Root | Element, room: number): number[] {
  const shares: number[] = [];
  visit(tree, "element", (math: Element) => {
    if (math.tagName !== "math") return undefined;
    const width = formulaWidth(math);
    if (width <= room) return SKIP;
    const widest = breakRow(math, room) ?? width;
    if (widest <= room) return SKIP;
    const share = Math.max(smallest * 100, Math.floor((room / widest) * 10) * 10);
    addClass(math, `scale-${share}`);
    shares.push(share);
    return SKIP;
  });
  return shares;
}

/** Breaks a formula; returns the width of its widest line, or `undefined` if it has no breakable row. */
function breakRow(math: Element, room: number): number | undefined {
  const row = rowOf(math);
  if (!row) return undefined;
  const pieces = divide(row.children, false).flatMap((piece) =>
    widthOf(piece) > room ? divide(piece, true) : [piece],
  );
  if (pieces.length < 2) return undefined;
  const lines: ElementContent[][] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last && widthOf(last) + widthOf(piece) <= room) last.push(...piece);
    else lines.push([...piece]);
  }
  // At the start of a row, an operator has the spacing that it has between terms (MathML Core, 3.2.4.2).
  for (const [first] of lines.slice(1)) if (first?.type === "element") first.properties["form"] = "infix";
  const rows = lines.map((line) => h("mtr", {}, [h("mtd", { className: ["tml-left"] }, line)]));
  const isDisplayed = math.properties["display"] === "block";
  row.children = [h("mtable", { className: ["tml-jot"], ...(isDisplayed && { displaystyle: "true" }) }, rows)];
  return Math.max(...lines.map(widthOf));
}

/** Returns the innermost row that contains the whole formula. */
function rowOf(math: Element): Element | undefined {
  let row = math;
  for (;;) {
    const parts = row.children.filter(
      (child): child is Element => child.type === "element" && !child.tagName.startsWith("annotation"),
    );
    const [only] = parts;
    if (parts.length > 1) return row.tagName === "semantics" ? undefined : row;
    if (!only || !["semantics", "mrow", "mstyle", "mpadded"].includes(only.tagName)) return undefined;
    row = only;
  }
}

/** Starts a new row before each operator outside parentheses or, if that is not enough, `inside` them as well. */
function divide(parts: readonly ElementContent[], inside: boolean): ElementContent[][] {
  const pieces: ElementContent[][] = [[]];
  let depth = 0;
  for (const [index, part] of parts.entries()) {
    const sign = part.type === "element" && part.tagName === "mo" ? textOf(part) : "";
    if (/^[([{⟨]$/u.test(sign)) depth += 1;
    if (/^[)\]}⟩]$/u.test(sign)) depth = Math.max(0, depth - 1);
    const joins = relation.test(sign) || operator.test(sign);
    if (joins && index > 0 && (inside || depth === 0) && (pieces.at(-1)?.length ?? 0) > 0) pieces.push([]);
    pieces.at(-1)?.push(part);
  }
  return pieces;
}

function widthOf(parts: readonly ElementContent[]): number {
  return parts.reduce((total, part) => total + formulaWidth(part), 0);
}
