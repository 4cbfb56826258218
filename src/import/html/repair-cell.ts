import type { Element } from "hast";

/** Sets the alignment of a cell, unwraps its only paragraph, and removes bold from header cells. */
export function repairCell(cell: Element): void {
  const { properties } = cell;
  const align = /text-align:\s*(center|right|end)/.exec(String(properties["style"] ?? ""))?.[1];
  if (align !== undefined) properties["align"] = align === "end" ? "right" : align;
  for (const child of cell.children) {
    // A heading in a cell would become one of the text.
    if (child.type !== "element" || !/^h[1-6]$/.test(child.tagName)) continue;
    child.tagName = "p";
    child.children = [{ type: "element", tagName: "strong", properties: {}, children: child.children }];
  }
  const paragraph = onlyChild(cell);
  if (paragraph?.tagName === "p") {
    properties["align"] ??= paragraph.properties["align"];
    cell.children = paragraph.children;
  }
  if (cell.tagName === "th") unwrapStrong(cell);
}

/** Removes bold markup from a header cell, which is bold anyway. */
export function unwrapStrong(cell: Element): void {
  const strong = onlyChild(cell);
  if (strong && ["b", "strong"].includes(strong.tagName)) cell.children = strong.children;
}

function onlyChild(node: Element): Element | undefined {
  const [only, more] = node.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return only?.type === "element" && !more ? only : undefined;
}
