import type { Element } from "hast";

/** A cell says how it is aligned; its one paragraph is its text, and a heading is not strong besides. */
export function repairCell(cell: Element): void {
  const { properties } = cell;
  const align = /text-align:\s*(center|right|end)/.exec(String(properties["style"] ?? ""))?.[1];
  if (align !== undefined) properties["align"] = align === "end" ? "right" : align;
  const paragraph = onlyChild(cell);
  if (paragraph?.tagName === "p") {
    properties["align"] ??= paragraph.properties["align"];
    cell.children = paragraph.children;
  }
  if (cell.tagName === "th") unwrapStrong(cell);
}

/** The name of a column is strong without being said to be. */
export function unwrapStrong(cell: Element): void {
  const strong = onlyChild(cell);
  if (strong && ["b", "strong"].includes(strong.tagName)) cell.children = strong.children;
}

function onlyChild(node: Element): Element | undefined {
  const [only, more] = node.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return only?.type === "element" && !more ? only : undefined;
}
