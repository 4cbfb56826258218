import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { addClass, isElement } from "./hast.ts";
import type { Report } from "./report.ts";

/** What is right in Markdown or old HTML but not in HTML5 or EPUB: cell alignment, `h1` in the body, bare `scope`. */
export function tidy(tree: Root, report: Report): void {
  visit(tree, "element", (node, _, parent) => {
    const { align } = node.properties;
    if (typeof align === "string") {
      delete node.properties["align"];
      if (["left", "center", "right"].includes(align)) addClass(node, `align-${align}`);
    }
    if (node.tagName === "th" && node.properties["scope"] === undefined) {
      node.properties["scope"] = isElement(parent) && isInHead(tree, parent) ? "col" : "row";
    }
    if (node.tagName === "h1") {
      node.tagName = "h2";
      report(
        "oneTitle",
        node,
        "A second heading of the title's level is taken one level lower.",
        'Start sections with "##".',
      );
    }
  });
}

function isInHead(tree: Root, row: unknown): boolean {
  let found = false;
  visit(tree, "element", (node) => {
    if (node.tagName === "thead" && (node.children as unknown[]).includes(row)) found = true;
  });
  return found;
}
