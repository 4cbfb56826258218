import type { Element } from "hast";
import { visit } from "../model/visit.ts";
import { addClass } from "./hast.ts";

/**
 * Replaces Temml's inline styles by classes, since pages and books allow no style attributes: a frame (`\boxed`), and
 * rules between the cells of an array. Colours are dropped. Returns whether there were any.
 */
export function replaceStyles(math: Element): { readonly hadColours: boolean } {
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
