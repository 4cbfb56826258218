import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "../model/visit.ts";
import { formulaWidth, operator, relation, textOf } from "./formula-width.ts";
import { addClass } from "../model/hast.ts";

/** The smallest share of its size at which a formula can still be read. */
const smallest = 0.4;

/**
 * A formula wider than the line is broken before relations and operators, as ISO 80000-2, 7.1.3 has it; what cannot be broken is set
 * smaller, it alone: the browser would make a whole document smaller for it, or cut it off. `room`: of a line, in em.
 * The shares of their size, per cent, of those that are set smaller.
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

/** The widest of the lines that its row is broken into; nothing where it has no row that can be broken. */
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
  // At the beginning of a row a sign has the space that it has between two terms (MathML Core, 3.2.4.2).
  for (const [first] of lines.slice(1)) if (first?.type === "element") first.properties["form"] = "infix";
  const rows = lines.map((line) => element("mtr", {}, [element("mtd", { className: ["tml-left"] }, line)]));
  const isDisplayed = math.properties["display"] === "block";
  row.children = [element("mtable", { className: ["tml-jot"], ...(isDisplayed && { displaystyle: "true" }) }, rows)];
  return Math.max(...lines.map(widthOf));
}

/** The innermost row that is all there is of a formula. */
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

/** A row before each sign that joins, outside of parentheses or, where that is not enough, `inside` of them as well. */
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

function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}
