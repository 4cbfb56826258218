import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString } from "hast-util-to-string";
import { h } from "hastscript";
import { classesOf } from "../../model/hast.ts";
import { find } from "./main-content.ts";

/** Returns the formula that an element of MathJax or pandoc stands for: MathML, or TeX in `tex-formula`. */
export function formulaOf(node: Element): Element | undefined {
  return typesetFormula(node) ?? texOf(node);
}

/** Returns the MathML that MathJax 3 keeps beside what it shows, or that of a script of MathJax 2. */
function typesetFormula(node: Element): Element | undefined {
  const isScript = node.tagName === "script" && String(node.properties["type"]).startsWith("math/mml");
  if (node.tagName !== "mjx-container" && !isScript) return undefined;
  const within: Root = isScript ? fromHtml(toString(node), { fragment: true }) : { type: "root", children: [node] };
  const [math] = find(within, ({ tagName }) => tagName === "math");
  if (math && node.properties["display"] === "true") math.properties["display"] = "block";
  return math;
}

/** Returns TeX from the scripts of MathJax 2 and the spans of pandoc. */
function texOf(node: Element): Element | undefined {
  const type = String(node.properties["type"] ?? "");
  const names = classesOf(node);
  if (node.tagName === "script" && type.startsWith("math/tex")) {
    return h("tex-formula", type.includes("display") ? { display: "block" } : {}, toString(node));
  }
  const text = toString(node).trim();
  const found = names.includes("math") && /^(?:\\\(([^]*)\\\)|\\\[([^]*)\\\]|\$\$([^]*)\$\$)$/.exec(text);
  if (!found) return undefined;
  return h(
    "tex-formula",
    found[1] === undefined ? { display: "block" } : {},
    (found[1] ?? found[2] ?? found[3] ?? "").trim(),
  );
}
