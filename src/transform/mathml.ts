import { createRequire } from "node:module";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import type Temml from "temml";
import { visit } from "../model/visit.ts";
import { drawStrokes } from "./formula-strokes.ts";
import { replaceStyles } from "./formula-styles.ts";
import { isElement } from "./hast.ts";
import { inOneLine } from "./whole-words.ts";

/** A formula in MathML Core (https://www.w3.org/TR/mathml-core/) annotated with its TeX, or what is wrong with it. */
export type Drawn = { readonly math: Element; readonly hadColours: boolean } | { readonly fault: string };

const require = createRequire(import.meta.url);

/** Loads temml on first use. */
const temml = () => require("temml") as typeof Temml;

export function texToMathMl(tex: string, displayMode: boolean): Drawn {
  const rendered = render(tex, displayMode);
  if ("fault" in rendered) return rendered;
  const [math] = fromHtml(rendered.html, { fragment: true }).children;
  if (!isElement(math, "math")) return { fault: "It is empty." };
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

function render(tex: string, displayMode: boolean): { readonly html: string } | { readonly fault: string } {
  try {
    return { html: temml().renderToString(tex, { displayMode, annotate: true, throwOnError: true, xml: true }) };
  } catch (error) {
    // Exceptions of the parser itself, as for a lone "^", have no message for authors.
    if (!(error instanceof Error) || error.name !== "ParseError") return { fault: "Something is missing in it." };
    const [reason = ""] = error.message.split(/ at (?:position|end of input)/);
    return { fault: `${reason.trim()}.` };
  }
}
