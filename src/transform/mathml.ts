import { createRequire } from "node:module";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import type Temml from "temml";
import { visit } from "../model/visit.ts";
import { drawStrokes } from "./formula-strokes.ts";
import { addClass, classesOf, isElement } from "./hast.ts";
import { texMacros, withKnownEnvironments } from "./tex-spellings.ts";
import { inOneLine } from "./whole-words.ts";

/** A formula in MathML Core (https://www.w3.org/TR/mathml-core/) annotated with its TeX, or what is wrong with it. */
export type Drawn = { readonly math: Element; readonly hadColours: boolean } | { readonly fault: string };

const require = createRequire(import.meta.url);

/** Loads temml on first use. */
const temml = () => require("temml") as typeof Temml;

/** `macros`: the bodies of the commands that the article defines. */
export function texToMathMl(tex: string, displayMode: boolean, macros: Readonly<Record<string, string>> = {}): Drawn {
  const rendered = render(tex, displayMode, macros);
  if ("fault" in rendered) return rendered;
  const [math] = fromHtml(rendered.html, { fragment: true }).children;
  if (!isElement(math, "math")) return { fault: "It is empty." };
  removePageMarkup(math);
  const unknown = drawStrokes(math);
  const { hadColours } = replaceStyles(math);
  if (unknown !== undefined) return { fault: `It asks for a stroke that not every edition can draw: ${unknown}.` };
  visit(math, "element", (node) => {
    // The position is in the formula's markup, not in the article.
    delete node.position;
  });
  math.properties["alttext"] = inOneLine(tex);
  return { math, hadColours };
}

function render(
  tex: string,
  displayMode: boolean,
  own: Readonly<Record<string, string>>,
): { readonly html: string } | { readonly fault: string } {
  try {
    const macros = { ...texMacros, ...own };
    const options = { displayMode, annotate: true, throwOnError: true, xml: true, macros };
    return { html: temml().renderToString(withKnownEnvironments(tex), options) };
  } catch (error) {
    // Exceptions of the parser itself, as for a lone "^", have no message for authors.
    if (!(error instanceof Error) || error.name !== "ParseError") return { fault: "Something is missing in it." };
    const [reason = ""] = error.message.split(/ at (?:position|end of input)/);
    return { fault: `${reason.trim()}.` };
  }
}

/**
 * Removes what Temml needs for its own style sheet and script: the counters of the rows of `align`, `gather` and the like,
 * which are HTML, which books allow in no `mtext`, and links of `\ref`. Our numbers and references are given by ids.
 */
function removePageMarkup(math: Element): void {
  visit(math, "element", (node) => {
    if (isElement(node, "mtd") && hasCounter(node)) node.children = [];
    // MathML 3 has these attributes on `mstyle` alone (3.3.4.2).
    if (node.tagName === "mrow" && ("scriptlevel" in node.properties || "displaystyle" in node.properties))
      node.tagName = "mstyle";
    if (!classesOf(node).includes("tml-ref")) return;
    const name = String(node.properties["href"] ?? "").replace(/^#/, "");
    Object.assign(node, { tagName: "mtext", properties: {}, children: [{ type: "text", value: name }] });
  });
}

function hasCounter({ children }: Element): boolean {
  return children.some(
    (child) =>
      isElement(child) && (child.tagName === "mtext" ? hasCounter(child) : classesOf(child).includes("tml-eqn")),
  );
}

/**
 * Replaces Temml's inline styles by classes, since pages and books allow no style attributes: a frame (`\boxed`), and
 * rules between the cells of an array. Colours are dropped. Returns whether there were any.
 */
function replaceStyles(math: Element): { readonly hadColours: boolean } {
  let hadColours = false;
  visit(math, "element", (node) => {
    const style = String(node.properties["style"] ?? "");
    // Temml writes `color:undefined` in the cells that a short row lacks.
    if (/(?:^|;)(?:color|background)(?!:undefined)/.test(style) || "mathbackground" in node.properties)
      hadColours = true;
    delete node.properties["mathbackground"];
    delete node.properties["style"];
    if (/(?:^|;)border:/.test(style)) addClass(node, "tml-box");
    for (const [, side = ""] of style.matchAll(/(?:^|;)border-(left|right|top|bottom):/g))
      addClass(node, `tml-${side}-rule`);
  });
  return { hadColours };
}
