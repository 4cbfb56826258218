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
    if (/(?:^|;)(?:color|background)/.test(style) || "mathbackground" in node.properties) hadColours = true;
    delete node.properties["mathbackground"];
    delete node.properties["style"];
    if (node.tagName === "menclose" && node.properties["notation"] === "box") {
      node.tagName = "mrow";
      node.properties = { className: ["tml-box"] };
    } else if (/(?:^|;)border:/.test(style)) addClass(node, "tml-box");
    for (const [, side = ""] of style.matchAll(/(?:^|;)border-(left|right|top|bottom):/g))
      addClass(node, `tml-${side}-rule`);
  });
  return { hadColours };
}
