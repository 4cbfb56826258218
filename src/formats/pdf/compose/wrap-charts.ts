import type { ElementContent, Root } from "hast";
import { h } from "hastscript";
import { visit } from "../../../model/visit.ts";
import { hasClass } from "../../../model/hast.ts";

/** Wraps a chart and its data table in one block, so that a style sheet can place them side by side. */
export function wrapCharts(tree: Root): void {
  visit(tree, "element", (node) => {
    if (hasClass(node, "chart-with-data") || !node.children.some((child) => hasClass(child, "chart-data"))) return;
    const children: ElementContent[] = [];
    for (const child of node.children) {
      const last = children.findLast((candidate) => candidate.type === "element");
      if (hasClass(child, "chart-data") && last && hasClass(last, "chart")) {
        children.splice(
          children.indexOf(last),
          children.length,
          h("div", { className: ["chart-with-data"] }, [last, child]),
        );
      } else children.push(child);
    }
    node.children = children;
  });
}
