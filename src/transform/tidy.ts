import type { Root } from "hast";
import { visitParents } from "unist-util-visit-parents";
import { addClass, isElement } from "./hast.ts";
import type { Report } from "./report.ts";

/** What is right in Markdown or old HTML but not in HTML5 or EPUB: cell alignment, `h1` in the body, bare `scope`. */
export function tidy(tree: Root, report: Report): void {
  visitParents(tree, "element", (node, ancestors) => {
    const { align } = node.properties;
    if (typeof align === "string") {
      delete node.properties["align"];
      if (["left", "center", "right"].includes(align)) addClass(node, `align-${align}`);
    }
    if (node.tagName === "th" && node.properties["scope"] === undefined) {
      node.properties["scope"] = ancestors.some((above) => isElement(above, "thead")) ? "col" : "row";
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
