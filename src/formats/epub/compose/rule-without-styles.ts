import type { Element } from "hast";
import { h, s } from "hastscript";
import { visit } from "../../../model/visit.ts";
import { hasClass } from "../../../model/hast.ts";

/** Makes ruled lines and box titles visible without a style sheet: many reading systems ignore that of a book. */
export function ruleWithoutStyles(tree: Element): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "p" && hasClass(node, "callout-title")) node.children = [h("strong", node.children)];
    if (!hasClass(node, "line")) return;
    if (node.tagName === "svg") {
      Object.assign(node.properties, { width: "100%", height: "32" });
      node.children = [s("line", { x1: "0", y1: "100%", x2: "100%", y2: "100%", stroke: "currentColor" })];
    }
    if (node.tagName === "div") Object.assign(node, h("hr", { className: ["line"] }));
  });
}
