import type { Element } from "hast";
import { visit } from "../../../model/visit.ts";
import type { NavigationPoint } from "../../../model/book.ts";
import { captionTitle } from "../../../template/caption-title.ts";
import type { DocumentTree } from "./addresses.ts";
import { hasClass } from "../../../model/hast.ts";

/** Returns the captioned figures or tables of documents in order; one without an id gets one. */
export function captioned(leaves: readonly DocumentTree[], kind: "figure" | "table"): NavigationPoint[] {
  const points: NavigationPoint[] = [];
  for (const { tree, path } of leaves) {
    visit(tree, "element", (node) => {
      const caption = node.tagName === kind && !node.data?.isPart ? captionOf(node) : undefined;
      if (!caption) return;
      node.properties.id ??= `offprint.${kind}-${points.length + 1}`;
      points.push({ title: plain(caption), address: `${path}#${String(node.properties.id)}`, children: [] });
    });
  }
  return points;
}

function captionOf(node: Element): Element | undefined {
  const caption = node.children.find(
    (child): child is Element => child.type === "element" && ["figcaption", "caption"].includes(child.tagName),
  );
  return caption?.children.some(isLabel) ? caption : undefined;
}

function isLabel(node: Element["children"][number]): boolean {
  if (node.type !== "element") return false;
  return hasClass(node, "caption-label") || node.children.some(isLabel);
}

/** Removes the source of a chart's data from a caption. */
function plain(caption: Element): string {
  const copy = structuredClone(caption);
  visit(copy, "element", (node, index, parent) => {
    if (!hasClass(node, "chart-source") || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  return captionTitle(copy);
}
