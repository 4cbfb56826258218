import type { Element, ElementContent, Root } from "hast";
import type { Paragraph, Root as MdastRoot } from "mdast";
import { h } from "hastscript";
import type { Math } from "mdast-util-math";
import { SKIP, visit } from "../model/visit.ts";
import { textOf as textInLine } from "../model/text-of.ts";
import { carriedAttributes } from "../directives/carried-attributes.ts";
import { classesOf, isBlank, isElement, setData, textOf } from "./hast.ts";
import { type Macros, takeMacros } from "./formula-macros.ts";
import { texToMathMl } from "./mathml.ts";
import type { Report } from "../diagnostics/report.ts";

/** Converts `$$` blocks and `math` code blocks to the form of inline formulas; `{#id}` sets an id. */
export function openFormulaBlocks(tree: MdastRoot, source: string, report: Report): void {
  visit(tree, (node) => {
    if (node.type === "code" && node.lang === "math") {
      const [, id] = /^\{#([^\s{}]+)\}$/.exec(node.meta?.trim() ?? "") ?? [];
      Object.assign(node, { type: "math", lang: undefined, meta: id ?? null, data: { formulaClosed: true } });
    }
    if (node.type === "math") openBlock(node, source, report);
    if (node.type === "paragraph") reportUnclosed(node, report);
  });
}

function openBlock(node: Math, source: string, report: Report): void {
  if (node.data?.formulaClosed === false) {
    const hint = 'End it with a line of just "$$"; write "\\$" for a dollar.';
    report("formulaParses", node, "This formula is not closed, so it contains everything that follows.", hint);
    const value = source.slice(node.position?.start.offset, node.position?.end.offset);
    Object.assign(node, { type: "code", lang: null, meta: null, value, data: undefined });
    return;
  }
  const id = node.meta ?? undefined;
  const attributes = id === undefined ? {} : carriedAttributes({ id }, node, report);
  const hProperties = { ...attributes, dataFormula: "display" };
  node.data = { hName: "div", hProperties, hChildren: [{ type: "text", value: node.value }] };
}

/** Reports a paragraph that begins like a formula but is not closed. */
function reportUnclosed(node: Paragraph, report: Report): void {
  const [first] = node.children;
  if (first?.type !== "text" || !first.value.startsWith("$$")) return;
  if (!/^\$\$\s*[\p{L}\p{N}\\({[|+-]/u.test(first.value)) return;
  const hint = 'End it with "$$" before the next blank line, and put nothing behind that; write "\\$" for a dollar.';
  report("formulaParses", first, "This formula is not closed, so it is printed as it stands.", hint);
}

/**
 * Converts TeX formulas to MathML. Runs after the sanitiser, because the output is our own. A formula alone in a
 * paragraph becomes a block, and one with an id is numbered.
 */
export function drawFormulas(tree: Root, report: Report): void {
  const macros = takeMacros(tree);
  visit(tree, "element", (node, index, parent) => {
    const lone = loneFormula(node);
    const formula = lone ?? node;
    const { dataFormula, id } = formula.properties;
    if (dataFormula === undefined || !parent || index === undefined) return undefined;
    const math = draw(formula, dataFormula === "display", macros, report);
    const attributes = id === undefined ? {} : { id };
    const isBlock = lone !== undefined || formula.tagName === "div";
    if (math.tagName === "pre" && !isBlock) math.tagName = "span";
    const drawn = h(isBlock ? "div" : "span", { className: ["formula"], ...attributes }, math);
    const position = formula.position ?? node.position;
    if (position) drawn.position = position;
    if (isBlock && id !== undefined) setData(drawn, { numbered: "equation" });
    parent.children.splice(index, 1, drawn);
    return SKIP;
  });
  visit(tree, "element", (node) => {
    if (node.tagName !== "a" || node.properties["href"] === undefined || !node.children.every(isFormula)) return;
    const label = textInLine(node).trim();
    if (label !== "") node.properties["ariaLabel"] ??= label;
  });
}

/** Links of formulas alone need a label: checkers take no name from MathML (WCAG 2.2, 2.4.4). */
function isFormula(node: ElementContent): boolean {
  return isBlank(node) || (isElement(node) && classesOf(node).includes("formula"));
}

/** Returns a displayed formula that is the only content of a paragraph. */
function loneFormula(paragraph: Element): Element | undefined {
  const [only, more] = paragraph.tagName === "p" ? paragraph.children.filter((child) => !isBlank(child)) : [];
  return isElement(only, "span") && only.properties["dataFormula"] === "display" && !more ? only : undefined;
}

function draw(formula: Element, displayMode: boolean, macros: Macros, report: Report): Element {
  const tex = textOf(formula).trim();
  const drawn = texToMathMl(tex, displayMode, macros);
  if ("math" in drawn) {
    if (drawn.hadColours)
      report(
        "formulaParses",
        formula,
        "The colours of this formula are left out.",
        "Not every edition has colours: say in words what they mean.",
      );
    return drawn.math;
  }
  const hint = 'It is read as TeX; write "\\$" for a dollar that is none of a formula.';
  report("formulaParses", formula, `This formula cannot be drawn: ${drawn.fault}`, hint);
  return displayMode ? h("pre", h("code", `${tex}\n`)) : h("code", tex);
}
