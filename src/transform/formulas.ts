import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Root as MdastRoot } from "mdast";
import temml from "temml";
import { SKIP, visit } from "unist-util-visit";
import { carriedAttributes } from "./carried-attributes.ts";
import type { Counters } from "./figures.ts";
import { isBlank, isElement, make, textOf } from "./hast.ts";
import type { Report } from "./report.ts";
import { inOneLine } from "./whole-words.ts";

/** Blocks between lines of `$$` to what inline formulas are in the tree already; `$$ {#id}` gives one an id. */
export function openFormulaBlocks(tree: MdastRoot, source: string, report: Report): void {
  visit(tree, "math", (node) => {
    const written = source.slice(node.position?.start.offset, node.position?.end.offset);
    if (!/\n[ \t>]*\$\$+[ \t]*$/.test(written)) {
      const hint = 'End it with a line of just "$$"; write "\\$" for a dollar.';
      report("formulaParses", node, "This formula is not closed, so it would hold everything that follows.", hint);
    }
    const [, id] = /^\{#([^\s{}]+)\}$/.exec(node.meta?.trim() ?? "") ?? [];
    const given = id === undefined ? {} : carriedAttributes({ id }, node, report);
    const hProperties = { ...given, dataFormula: "display" };
    node.data = { hName: "div", hProperties, hChildren: [{ type: "text", value: node.value }] };
  });
}

/**
 * Formulas in TeX to MathML Core (https://www.w3.org/TR/mathml-core/) that carries its TeX in words. After the
 * sanitiser: what it puts in is its own. A formula that stands alone is a block, and one with an id a numbered one.
 */
export function drawFormulas(tree: Root | Element, counters: Counters, report: Report): void {
  visit(tree, "element", (node, index, parent) => {
    const lone = loneFormula(node);
    const formula = lone ?? node;
    const { dataFormula, id } = formula.properties;
    if (dataFormula === undefined || !parent || index === undefined) return undefined;
    const math = toMathMl(formula, dataFormula === "display", report);
    const given = id === undefined ? {} : { id };
    const isBlock = lone !== undefined || formula.tagName === "div";
    const drawn = make(isBlock ? "div" : "span", { className: ["formula"], ...given }, math);
    if (isBlock && id !== undefined) number(drawn, counters);
    parent.children.splice(index, 1, drawn);
    return SKIP;
  });
}

/** A displayed formula that is all there is in a paragraph. */
function loneFormula(paragraph: Element): Element | undefined {
  const [only, more] = paragraph.tagName === "p" ? paragraph.children.filter((child) => !isBlank(child)) : [];
  return isElement(only, "span") && only.properties["dataFormula"] === "display" && !more ? only : undefined;
}

function number(block: Element, counters: Counters): void {
  counters.equation += 1;
  block.children.push(make("span", { className: ["formula-number"] }, `(${counters.equation})`));
  counters.numbered.push({ element: block, kind: "equation", number: counters.equation });
}

function toMathMl(formula: Element, displayMode: boolean, report: Report): Element {
  const tex = textOf(formula).trim();
  const [math] = fromHtml(render(formula, tex, displayMode, report), { fragment: true }).children;
  if (!isElement(math, "math")) return make("code", {}, tex);
  // A page of ours takes no styles but its own; the classes say the same.
  visit(math, "element", (node) => void delete node.properties["style"]);
  math.properties["alttext"] = inOneLine(tex);
  return math;
}

function render(formula: Element, tex: string, displayMode: boolean, report: Report): string {
  try {
    return temml.renderToString(tex, { displayMode, annotate: true, throwOnError: true, xml: true });
  } catch (error) {
    const [reason = ""] = String(error instanceof Error ? error.message : error).split(/ at (?:position|end of input)/);
    const hint = 'It is read as TeX; write "\\$" for a dollar that is none of a formula.';
    report("formulaParses", formula, `This formula cannot be read: ${reason.trim()}.`, hint);
    return "";
  }
}
